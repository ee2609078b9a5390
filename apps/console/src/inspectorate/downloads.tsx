import { type ReactNode, useState } from 'react';
import { useSession } from '../session';
import { Failure } from '../shown';

/** Files that the gateway gives, each by its address. They are fetched with the key, which a link could not send. */
export function Downloads({
  name,
  files,
}: {
  /** Of the file on the reader’s disk, without its ending. */
  name: string;
  files: readonly (readonly [words: string, path: string, ending: string])[];
}): ReactNode {
  const { graph } = useSession();
  const [problem, setProblem] = useState<string>();
  const load = async (path: string, ending: string) => {
    const response = await graph.get(path);
    if (!response.ok) {
      const body = (await response.json()) as { errors?: { message: string }[] };
      setProblem(body.errors?.[0]?.message ?? `The file could not be had (${response.status}).`);
      return;
    }
    setProblem(undefined);
    keep(await response.blob(), `${name}.${ending}`);
  };
  return (
    <>
      {problem && <Failure message={problem} />}
      <p className="tools">
        {files.map(([words, path, ending]) => (
          <button key={ending} type="button" className="tool" onClick={() => void load(path, ending)}>
            Download as {words}
          </button>
        ))}
      </p>
    </>
  );
}

/** Hands a file to the browser to be kept under this name. */
function keep(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
