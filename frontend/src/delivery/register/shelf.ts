/**
 * Where this device keeps sealed rows: the browser's own database. In clear are only whose ticket a row is under, what
 * kind of row it is and since when it lies there; that is what is needed to take it away in time and to count what waits.
 */
import type { Sealed } from './seal';

export interface Row extends Sealed {
  id: string;
  /** The ticket of whoever put it here. */
  owner: string;
  /** A register that was loaded, or something that is to be sent. */
  kind: 'register' | 'entry';
  /** Since when, by this device's clock. */
  at: number;
}

export interface Shelf {
  rows(): Promise<Row[]>;
  put(row: Row): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
}

const store = 'rows';

function open(): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const request = indexedDB.open('register', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(store, { keyPath: 'id' });
    request.onsuccess = () => {
      // A sign-out takes the whole database away: nothing here stands in its way.
      request.result.onversionchange = () => request.result.close();
      done(request.result);
    };
    request.onerror = () => failed(request.error);
  });
}

/** One transaction; it is over when what it wrote is on the device. */
async function within<T>(
  mode: IDBTransactionMode,
  act: (rows: IDBObjectStore) => IDBRequest<T> | undefined,
): Promise<T | undefined> {
  const database = await open();
  try {
    return await new Promise((done, failed) => {
      const transaction = database.transaction(store, mode, { durability: 'strict' });
      const request = act(transaction.objectStore(store));
      transaction.oncomplete = () => done(request?.result);
      transaction.onerror = () => failed(transaction.error);
      transaction.onabort = () => failed(transaction.error);
    });
  } finally {
    database.close();
  }
}

export const deviceShelf: Shelf = {
  rows: async () => ((await within('readonly', (rows) => rows.getAll())) ?? []) as Row[],
  put: async (row) => {
    await within('readwrite', (rows) => rows.put(row));
  },
  remove: async (ids) => {
    await within('readwrite', (rows) => {
      for (const id of ids) rows.delete(id);
      return undefined;
    });
  },
};

/** For tests, and where a browser keeps nothing: it is there as long as the page. */
export function memoryShelf(): Shelf {
  const rows = new Map<string, Row>();
  return {
    rows: async () => [...rows.values()],
    put: async (row) => {
      rows.set(row.id, row);
    },
    remove: async (ids) => {
      for (const id of ids) rows.delete(id);
    },
  };
}
