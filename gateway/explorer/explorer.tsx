/** The page at `/explorer`: GraphiQL with a caller to ask as, the labels of fields, and a view of what was refused. */
import { GraphiQL } from 'graphiql';
import type { GraphQLSchema } from 'graphql';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { AnswerView } from './answer-view.js';
import { readAnswer } from './answer.js';
import type { ReadAnswer } from './answer.js';
import { CallerBar } from './caller-bar.js';
import type { Asking } from './caller-bar.js';
import { credentialsOf } from './credentials.js';
import { schemaOf } from './documentation.js';
import { fetcherWith } from './fetcher.js';
import { memoryStorage } from './memory-storage.js';
import { DATA, PAGE } from './page-data.js';
import { setUpEditors, useTabsThatLeadOn } from './set-up-editors.js';
import 'graphiql/style.css';
import './explorer.css';

setUpEditors();
createRoot(PAGE).render(<Explorer />);

const TABS = DATA.tabs.map(({ document, variables }) => ({
  query: document,
  variables: JSON.stringify(variables, null, 2),
}));

function Explorer(): ReactNode {
  const [asking, setAsked] = useState<Asking>(() => askingOf(0));
  const [schema, setSchema] = useState<GraphQLSchema | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [answer, setAnswer] = useState<ReadAnswer | null>(null);
  const storage = useMemo(memoryStorage, []);
  const setAsking = (next: Asking): void => {
    setAsked(next);
    // What somebody else was answered is not taken for what this caller is.
    setAnswer(null);
  };
  const current = useRef(asking);
  current.current = asking;
  const story = useRef(0);
  const fetcher = useMemo(
    () =>
      fetcherWith({
        credentials: () => credentialsOf(current.current.caller?.name, current.current.purpose),
        onAnswer: (each) => setAnswer(readAnswer(each)),
      }),
    [],
  );
  const { caller, purpose, documentation } = asking;
  useEffect(() => {
    let isWanted = true;
    const told =
      <Value,>(take: (value: Value) => void) =>
      (value: Value) => {
        if (isWanted) take(value);
      };
    credentialsOf(caller?.name, purpose)
      .then((credentials) => schemaOf(documentation, credentials))
      .then(
        told((made) => {
          setSchema(made);
          setProblem(null);
        }),
        told((error: unknown) => setProblem(String(error))),
      );
    return () => {
      isWanted = false;
    };
  }, [
    documentation,
    documentation === 'whole' ? null : caller,
    documentation === 'whole' ? null : purpose,
  ]);
  useTabsThatLeadOn();
  return (
    <>
      <header>
        <h1>Causeway</h1>
        <CallerBar asking={asking} onChange={setAsking} />
        {problem !== null && <p role="alert">{problem}</p>}
      </header>
      <main>
        <GraphiQL
          fetcher={fetcher}
          schema={schema}
          storage={storage}
          defaultTabs={TABS}
          // The first tab's own variables are not looked at.
          initialVariables={TABS[0]?.variables ?? ''}
          forcedTheme="light"
          onTabChange={({ activeTabIndex }) => {
            if (activeTabIndex === story.current) return;
            story.current = activeTabIndex;
            if (DATA.tabs[activeTabIndex] !== undefined) setAsking(askingOf(activeTabIndex));
          }}
        />
        <section className="answer" aria-labelledby="answer-heading" tabIndex={0}>
          <h2 id="answer-heading">What became of it</h2>
          <AnswerView answer={answer} />
        </section>
      </main>
    </>
  );
}

/** Who asks in a tab that the page begins with. */
function askingOf(tab: number): Asking {
  const wanted = DATA.tabs[tab];
  const caller = DATA.callers.find(({ name }) => name === wanted?.caller);
  const documentation = DATA.hasWholeSchema ? 'whole' : 'caller';
  return { caller, purpose: caller && wanted?.purpose, documentation };
}
