import type { CourtContactPurpose } from '../generated/graphql';
import { Fact, Facts } from '../ui/Facts';
import { contactPurposeNames } from '../ui/labels';
import { Section } from '../ui/Section';
import { Phones } from './Phones';

interface Contact {
  purpose: CourtContactPurpose;
  name: string | null;
  phone: string | null;
  email: string | null;
  note: string | null;
}

export function Contacts({ contacts }: { contacts: Contact[] }) {
  if (contacts.length === 0) return null;
  return (
    <Section title="Whom to ask">
      <Facts>
        {contacts.map((contact) => (
          <Fact
            key={`${contact.purpose} ${contact.phone} ${contact.email}`}
            name={contactPurposeNames[contact.purpose]}
          >
            {contact.name && <div>{contact.name}</div>}
            {contact.phone && (
              <div>
                <Phones written={contact.phone} />
              </div>
            )}
            {contact.email && (
              <div>
                <a href={`mailto:${contact.email}`}>{contact.email}</a>
              </div>
            )}
            {contact.note && <div>{contact.note}</div>}
          </Fact>
        ))}
      </Facts>
    </Section>
  );
}
