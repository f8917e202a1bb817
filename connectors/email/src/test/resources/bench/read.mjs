// Reads every mail of a folder with one parser of the npm registry.
// node read.mjs <mailparser|postal-mime> <folder of 0.eml, 1.eml …> <facts|speed> <rounds> <result file>
import fs from 'node:fs';
import path from 'node:path';

const [, , parser, folder, what, rounds, result] = process.argv;
const count = fs.readdirSync(folder).length;
const mails = Array.from({ length: count }, (_, i) => fs.readFileSync(path.join(folder, `${i}.eml`)));

async function reader() {
  if (parser === 'mailparser') {
    const { simpleParser } = await import('mailparser');
    return async (mail) => {
      const m = await simpleParser(mail);
      const from = m.from?.value?.[0];
      return { subject: m.subject ?? '', from: from?.address ?? '', name: from?.name ?? '', files: m.attachments.length };
    };
  }
  const { default: PostalMime } = await import('postal-mime');
  return async (mail) => {
    const m = await PostalMime.parse(mail);
    return { subject: m.subject ?? '', from: m.from?.address ?? '', name: m.from?.name ?? '', files: m.attachments.length };
  };
}

const read = await reader();
let answer;
if (what === 'facts') {
  answer = [];
  for (const mail of mails) {
    try {
      answer.push(await read(mail));
    } catch (error) {
      answer.push({ error: String(error.name) });
    }
  }
} else {
  for (const mail of mails) { try { await read(mail); } catch { /* counted elsewhere */ } }
  const best = [];
  for (let round = 0; round < Number(rounds); round++) {
    const start = process.hrtime.bigint();
    for (const mail of mails) { try { await read(mail); } catch { /* counted elsewhere */ } }
    best.push(Number(process.hrtime.bigint() - start) / 1e9);
  }
  best.sort((a, b) => a - b);
  answer = { perSecond: mails.length / best[Math.floor(best.length / 2)] };
}
fs.writeFileSync(result, JSON.stringify(answer));
