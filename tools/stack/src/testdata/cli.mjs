/** Stands in for the operators' commands. */
process.stdout.write(`${process.argv.slice(2).join(' ')} with ${process.env.DB_SCHEMA}\n`)
