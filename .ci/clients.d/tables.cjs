// Reads every table of a folder by its datapackage.json, types, constraints and keys with it, as readers of
// the first version of the standard do. Prints "rows FILE COUNT" for each, and a line a complaint.
const { Package } = require('datapackage')

const folder = process.argv[2]

async function main() {
  const found = await Package.load(`${folder}/datapackage.json`, { basePath: folder })
  found.errors.forEach(error => console.log(`${folder}/datapackage.json: datapackage: ${error.message}`))
  for (const resource of found.resources.filter(each => each.descriptor.schema)) {
    const file = resource.descriptor.path
    try {
      const rows = await resource.read({ relations: true })
      console.log(`rows ${file} ${rows.length}`)
    } catch (error) {
      const all = error.errors && error.errors.length ? error.errors : [error]
      all.forEach(each => console.log(`${folder}/${file}: datapackage: ${each.message}`))
    }
  }
}

main().catch(error => console.log(`${folder}/datapackage.json: datapackage: ${error.message}`))
