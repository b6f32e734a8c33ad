import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { paths } from '../app/paths';
import classes from './CourtSearch.module.css';

/** Leads to the list of courts, searched. */
export function CourtSearch() {
  const navigate = useNavigate();
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('search');
    navigate(paths.courts(String(typed ?? '').trim()));
  };
  return (
    <search>
      <form className={classes.root} onSubmit={search}>
        <TextInput
          className={classes.field}
          name="search"
          type="search"
          size="md"
          label="Find a court"
          description="By name, code, state or citation: Missouri Western, mowb, W.D. Mo."
          leftSection={<IconSearch size="1.1rem" aria-hidden />}
        />
        <Button type="submit" size="md">
          Search
        </Button>
      </form>
    </search>
  );
}
