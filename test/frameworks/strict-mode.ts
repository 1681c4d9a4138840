/** A React app that mounts the widget under StrictMode, by its element and by a script. */
export const strictMode = `import { StrictMode, useEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createUbaWidget } from '@finodigital/uba-widget';
import App, { options } from './App';

function ByScript() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    console.log('Effect');
    const widget = createUbaWidget(options);
    place.current?.append(widget.element);
    return () => widget.destroy();
  }, []);
  return <div ref={place} />;
}

function Page() {
  const [shown, show] = useState('nothing');
  return (
    <>
      <button onClick={() => show('the element')}>Show the element</button>
      <button onClick={() => show('the script')}>Show the script</button>
      <button onClick={() => show('nothing')}>Show nothing</button>
      {shown === 'the element' && <App />}
      {shown === 'the script' && <ByScript />}
    </>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
`;
