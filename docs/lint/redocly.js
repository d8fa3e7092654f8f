// Lints OpenAPI documents with Redocly's rules; its command line would bring a whole documentation server along.
const { createConfig, formatProblems, lint } = require('@redocly/openapi-core');

async function main(files) {
  const config = await createConfig({ extends: ['recommended'] });
  let problems = [];
  for (const ref of files) {
    problems = problems.concat(await lint({ ref, config }));
  }
  formatProblems(problems, { format: 'codeframe', totals: count(problems), version: '' });
  return problems.length;
}

function count(problems) {
  const errors = problems.filter((problem) => problem.severity === 'error').length;
  return { errors, warnings: problems.length - errors, ignored: 0 };
}

main(process.argv.slice(2)).then(
  (problems) => process.exit(problems === 0 ? 0 : 1),
  (error) => {
    console.error(error);
    process.exit(1);
  });
