/** Stands in for the operators' commands. */
process.stdout.write(`${process.argv[2]} with ${process.env.DB_SCHEMA}\n`)
