import { Button, Group } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../../app/paths';
import { useViewer, type Viewer } from '../../app/viewer';
import { FormErrors } from '../../ui/FormErrors';
import { NotFoundState } from '../../ui/NotFoundState';
import { PageHeader } from '../../ui/PageHeader';
import { PageSkeleton } from '../../ui/PageSkeleton';
import { Section } from '../../ui/Section';
import { SignInInvitation } from '../../ui/SignInInvitation';
import { FileDrop } from './FileDrop';
import { useImportPlace } from './importPlace';
import { Meter } from './Meter';
import { sendFile } from './sendFile';
import { sizeText } from './words';

interface Sending {
  readonly file: File;
  readonly bytes: number;
}

const noProblems: never[] = [];

const mayImport = ({ areas, firms }: Viewer, firm: string | null) =>
  firm === null || areas.includes('OPERATOR') || firms.some(({ number }) => number === firm);

/** Chooses a file and sends it; what it holds is looked at on the page that follows. */
export default function NewImportPage() {
  const place = useImportPlace();
  const viewer = useViewer();
  const navigate = useNavigate();
  const [sending, setSending] = useState<Sending | null>(null);
  const [problems, setProblems] = useState<{ message: string }[]>(noProblems);
  const giveUp = useRef<AbortController>(null);
  useEffect(() => () => giveUp.current?.abort(), []);

  const send = async (file: File) => {
    const controller = new AbortController();
    giveUp.current = controller;
    setProblems(noProblems);
    setSending({ file, bytes: 0 });
    const told = (bytes: number) => setSending({ file, bytes: Math.min(bytes, file.size) });
    const sent = await sendFile(place.upload, file, told, controller.signal);
    if (sent && 'id' in sent) return navigate(place.one(sent.id), { replace: true });
    setSending(null);
    if (sent) setProblems([{ message: `${file.name}: ${sent.problem}` }]);
  };

  if (!viewer) return <PageSkeleton />;
  if (!viewer.account) return <SignInInvitation back={paths.signIn(place.create)} />;
  if (!mayImport(viewer, place.firm)) return <NotFoundState />;
  return (
    <>
      <PageHeader
        title="Import a list"
        up={{ to: place.list, label: 'Imports' }}
        lead="Nothing counts yet when the file is here: you see what it holds, say how it is read, and start."
      />
      <FormErrors problems={problems} idOf={() => ''} />
      <Section title="The file">
        {sending ? (
          <>
            <Meter name={`Sending ${sending.file.name}`} done={sending.bytes} all={sending.file.size}>
              {sizeText(sending.bytes)} of {sizeText(sending.file.size)}
            </Meter>
            <Group mt="md">
              <Button variant="default" onClick={() => giveUp.current?.abort()}>
                Stop sending
              </Button>
            </Group>
          </>
        ) : (
          <FileDrop label="Choose the list, or drop it here" onFile={(file) => void send(file)}>
            CSV or TSV, of any size up to what this site takes. Needed are columns for the account or login,
            the date, the court, the kind or description, and the charge or the pages.
          </FileDrop>
        )}
      </Section>
    </>
  );
}
