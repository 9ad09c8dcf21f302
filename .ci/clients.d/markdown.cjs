// Parses Markdown files: each must be whole beside any other, so that a heading written after it is one, no
// HTML element may stay open, and what looks like a table must be one.
const { readFileSync } = require('fs')
const { marked } = require('marked')

for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8')
  const say = what => console.log(`${file}: marked: ${what}`)
  const last = marked.lexer(`${text}# what comes after\n`).pop()
  if (last.type !== 'heading' || last.text !== 'what comes after') {
    say(`a heading after it is part of a ${last.type}`)
  }
  const open = new Map()
  marked.walkTokens(marked.lexer(text), token => {
    if (token.type === 'html') {
      for (const [, end, name] of token.raw.matchAll(/<(\/?)([a-z]+)[^>]*>/g)) {
        open.set(name, (open.get(name) || 0) + (end ? -1 : 1))
      }
    } else if (token.type === 'paragraph' && /^\|.*\|$/m.test(token.raw)) {
      say(`'${token.raw.slice(0, 60)}' is no table`)
    }
  })
  open.delete('br')
  open.forEach((count, name) => count === 0 || say(`<${name}> is opened ${count} times more than closed`))
}
