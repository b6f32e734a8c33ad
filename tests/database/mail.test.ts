import { type MailCatcher, startMailCatcher } from '@countersign/server/notices/mail-catcher';
import { sendMail } from '@countersign/server/notices/send-mail';
import { systemActor } from '@countersign/server/platform/actor';
import { createTransport } from 'nodemailer';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openWorkingSite, type WorkingSite } from './working-site';

let working: WorkingSite;
let catcher: MailCatcher;
beforeAll(async () => {
  working = await openWorkingSite();
  catcher = await startMailCatcher(working.site);
});
afterEach(async () => {
  await working.superuser`truncate mail_messages, caught_mails`;
  await working.superuser`delete from graphile_worker._private_jobs`;
});
afterAll(async () => {
  await catcher.stop();
  await working.close();
});

const mail = {
  accountId: null,
  to: 'ada.quist@hawthornereyes.test',
  subject: 'Grüße — “Straße” ✓',
  text: 'First line\n.\n..two dots\nFrom the start\n\nÜmläute and a very long line '.padEnd(1200, 'x'),
  at: new Date('2026-11-24T04:00:00Z'),
};
const send = () => working.site.database.write(systemActor, (tx) => sendMail(tx, mail));
const sent = () =>
  working.superuser`select attempts, last_error as error, sent_at is not null as sent from mail_messages`;
const caught = () => working.superuser`select sender, recipients, subject, text from caught_mails`;
const jobs = () => working.superuser`select from graphile_worker._private_jobs`;

describe('a mail', () => {
  test('goes out over SMTP once its transaction has committed, and is marked sent', async () => {
    const stop = await working.work(catcher.smtpUrl);
    await send();
    await expect.poll(sent).toEqual([{ attempts: 1, error: null, sent: true }]);
    await expect.poll(jobs).toHaveLength(0);
    await stop();
    const [received] = await caught();
    expect(received).toMatchObject({
      sender: expect.stringContaining('no-reply@countersign.test'),
      recipients: [mail.to],
      subject: mail.subject,
    });
    expect(received?.text.trim()).toBe(mail.text);
  });

  test('of a transaction that is rolled back is never sent', async () => {
    const stop = await working.work(catcher.smtpUrl);
    const lost = working.site.database.write(systemActor, async (tx) => {
      await sendMail(tx, { ...mail, subject: 'never' });
      throw new Error('rolled back');
    });
    await expect(lost).rejects.toThrow('rolled back');
    await send();
    await expect.poll(caught).toHaveLength(1);
    await stop();
    expect((await caught())[0]?.subject).toBe(mail.subject);
    expect(await sent()).toHaveLength(1);
  });

  test('waits while SMTP is down, notes why, and goes out when it is back', async () => {
    const gone = await startMailCatcher(working.site);
    await gone.stop();
    const stopFailing = await working.work(gone.smtpUrl);
    await send();
    await expect
      .poll(sent)
      .toEqual([{ attempts: 1, error: expect.stringContaining('ECONNREFUSED'), sent: false }]);
    await stopFailing();
    expect(await jobs()).toHaveLength(1);

    await working.superuser`update graphile_worker._private_jobs set run_at = now()`;
    const stop = await working.work(catcher.smtpUrl);
    await expect.poll(sent).toEqual([{ attempts: 2, error: null, sent: true }]);
    await stop();
    expect(await caught()).toHaveLength(1);
    expect(await jobs()).toHaveLength(0);
  });

  test('waits where no SMTP is set, and says so', async () => {
    const stop = await working.work(undefined);
    await send();
    await expect
      .poll(sent)
      .toEqual([{ attempts: 1, error: expect.stringContaining('SMTP_URL'), sent: false }]);
    await stop();
    expect(await jobs()).toHaveLength(1);
  });

  test('that was sent is not sent again when its job runs once more', async () => {
    const stop = await working.work(catcher.smtpUrl);
    await send();
    await expect.poll(sent).toEqual([{ attempts: 1, error: null, sent: true }]);
    await working.superuser`select graphile_worker.add_job('notices:send-mail', json_build_object('mailId', mail_id)) from mail_messages`;
    await expect.poll(jobs).toHaveLength(0);
    await stop();
    expect(await caught()).toHaveLength(1);
    expect(await sent()).toEqual([{ attempts: 1, error: null, sent: true }]);
  });
});

describe('the mail catcher', () => {
  test('is a real SMTP server: it takes several recipients, HTML and attachments', async () => {
    const transport = createTransport(catcher.smtpUrl);
    await transport.verify();
    await transport.sendMail({
      from: 'Olive <olive@countersign.test>',
      to: ['a@countersign.test', 'b@countersign.test'],
      bcc: 'c@countersign.test',
      subject: 'Real',
      text: 'Plain',
      html: '<p>Plain</p>',
      attachments: [{ filename: 'a.txt', content: 'attached' }],
    });
    transport.close();
    const [received] = await caught();
    expect(received).toMatchObject({
      sender: '"Olive" <olive@countersign.test>',
      recipients: ['a@countersign.test', 'b@countersign.test', 'c@countersign.test'],
      subject: 'Real',
    });
    expect(received?.text.trim()).toBe('Plain');
  });

  test('refuses what is too large, and goes on', async () => {
    const transport = createTransport(catcher.smtpUrl);
    const mailOf = (text: string) => ({
      from: 'a@countersign.test',
      to: 'b@countersign.test',
      subject: 's',
      text,
    });
    await expect(transport.sendMail(mailOf('x'.repeat(6 * 1024 * 1024)))).rejects.toThrow('552');
    await transport.sendMail(mailOf('small'));
    transport.close();
    expect(await caught()).toHaveLength(1);
  });

  test('is reached from this machine alone', () => {
    expect(catcher.smtpUrl).toMatch(/^smtp:\/\/127\.0\.0\.1:\d+$/);
  });
});
