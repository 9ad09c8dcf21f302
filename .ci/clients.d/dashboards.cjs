// Holds files for dashboards to what their readers take, each by the name of the file.
const { readFileSync } = require('fs')
const { basename } = require('path')
const Ajv = require('ajv')

const number = { type: 'number' }
const text = { type: 'string', minLength: 1 }
const short = { type: 'string', minLength: 1, maxLength: 64 }
const metric = {
  type: 'object', required: ['value'], additionalProperties: false,
  properties: { value: number, lower_value: number, upper_value: number }
}
const measures = { type: 'object', minProperties: 1, propertyNames: short, additionalProperties: metric }

// src/extract.ts of github-action-benchmark, the custom tools: the value is divided by the one before.
const github = {
  type: 'array', minItems: 1,
  items: {
    type: 'object', required: ['name', 'unit', 'value'],
    properties: { name: text, unit: { type: 'string' }, value: number, range: text, extra: text }
  }
}

// src/javascript/functions/parse.js of jmh-visualizer: class and method part at dots, parameters at spaces.
const jmh = {
  type: 'array', minItems: 1,
  items: {
    type: 'object', required: ['benchmark', 'mode', 'primaryMetric', 'secondaryMetrics'],
    not: { required: ['params'] },
    properties: {
      benchmark: { type: 'string', pattern: '^[^ .=]+(\\.[^ .]+){2,}$' },
      mode: text,
      primaryMetric: {
        type: 'object', required: ['score', 'scoreError', 'scoreConfidence', 'scoreUnit', 'rawData'],
        properties: {
          score: number,
          scoreError: { anyOf: [number, { const: 'NaN' }] },
          scoreConfidence: { type: 'array', minItems: 2, maxItems: 2 },
          scoreUnit: text,
          rawData: { type: 'array', minItems: 1, items: { type: 'array', items: number } }
        }
      }
    }
  }
}

const schemas = {
  'jmh.json': jmh,
  'github-action-benchmark.json': github,
  'github-action-benchmark-smaller.json': github,
  // Bencher Metric Format v0 and v1.
  'bencher.json': {
    type: 'object', minProperties: 1,
    propertyNames: { type: 'string', minLength: 1, maxLength: 1024 }, additionalProperties: measures
  },
  'bencher-v1.json': {
    type: 'object', minProperties: 1,
    additionalProperties: {
      type: 'array', minItems: 1,
      items: {
        type: 'object', required: ['measures'], additionalProperties: false,
        properties: {
          measures,
          parameters: {
            type: 'object', maxProperties: 8, propertyNames: short,
            additionalProperties: { type: ['string', 'number', 'boolean'], maxLength: 64 }
          }
        }
      }
    }
  }
}

function repeated(names) {
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))].map(name => `'${name}' stands twice`)
}

// What no schema says: a series is known by its name alone, and a class has one axis.
function further(file, content) {
  switch (file) {
    case 'jmh.json': {
      const units = new Set(content.map(each =>
        each.benchmark.split('.').slice(0, -1).join('.') + ' ' + each.primaryMetric.scoreUnit))
      const classes = new Set([...units].map(each => each.split(' ')[0]))
      return repeated(content.map(each => each.benchmark))
        .concat(units.size === classes.size ? [] : ['a class has several units'])
    }
    case 'bencher.json': return []
    case 'bencher-v1.json': return Object.values(content).flatMap(entries =>
      repeated(entries.map(each => JSON.stringify(Object.entries(each.parameters).sort()))))
    default: return repeated(content.map(each => each.name))
  }
}

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true, strictRequired: false })
for (const path of process.argv.slice(2)) {
  const file = basename(path)
  const content = JSON.parse(readFileSync(path, 'utf8'))
  const validate = ajv.compile(schemas[file])
  const complaints = validate(content)
    ? further(file, content)
    : validate.errors.map(error => `${error.instancePath} ${error.message}`)
  complaints.forEach(complaint => console.log(`${path}: ${complaint}`))
}
