/**
 * Threads in which PDF files are taken apart: a hostile file can keep a reader busy for ever, and only a thread of its own
 * can be ended. A thread waits a while for the next document; none keeps the process alive.
 */
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'

/** So long a thread waits. */
const IDLE_MS = 20_000
/** Heap of a thread; what is more is no document. */
const HEAP_MEBIBYTES = 2048

const SCRIPT = `
const { workerData } = require('node:worker_threads')
import(workerData.url).then(({ WorkerMessageHandler }) => WorkerMessageHandler.initializeFromPort(workerData.port))
`

/** A thread, and the port by which pdfjs talks to it. */
export class PdfThread<Reader extends { destroy(): void }> {
  /** What pdfjs has at this end. */
  readonly reader: Reader
  private readonly worker: Worker
  private readonly port: MessagePort
  private cause: Error | undefined
  private readonly endings = new Set<(cause: Error) => void>()

  /** @param connect makes the reader at this end of a port */
  constructor(connect: (port: MessagePort) => Reader) {
    const worker = createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.worker.mjs')
    const { port1, port2 } = new MessageChannel()
    this.port = port1
    this.worker = new Worker(SCRIPT, {
      eval: true,
      workerData: { url: pathToFileURL(worker).href, port: port2 },
      transferList: [port2],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEBIBYTES },
    })
    this.worker.on('error', (cause) => this.end(cause))
    this.worker.on('exit', () => this.end(new Error('The thread ended.')))
    this.reader = connect(port1)
  }

  /** Whether it was ended, or died. */
  get isEnded(): boolean {
    return this.cause !== undefined
  }

  /** Ends it; what waits for it fails with the cause. */
  end(cause: Error): void {
    if (this.cause !== undefined) return
    this.cause = cause
    for (const tell of this.endings) tell(cause)
    this.reader.destroy()
    this.port.close()
    void this.worker.terminate()
  }

  /** What comes of work that needs the thread, or the cause of its end. */
  async whileAlive<T>(work: Promise<T>): Promise<T> {
    let tell: (cause: Error) => void = () => {}
    const ending = new Promise<never>((_, reject) => {
      tell = reject
    })
    if (this.cause !== undefined) tell(this.cause)
    this.endings.add(tell)
    try {
      return await Promise.race([work, ending])
    } finally {
      this.endings.delete(tell)
    }
  }

  /** Keeps the process alive, or lets it end. */
  hold(isHeld: boolean): void {
    if (isHeld) {
      this.worker.ref()
      this.port.ref()
    } else {
      this.worker.unref()
      this.port.unref()
    }
  }
}

/** Keeps one thread between documents. */
export class PdfThreadShelf<Reader extends { destroy(): void }> {
  private idle: { readonly thread: PdfThread<Reader>; readonly timer: NodeJS.Timeout } | undefined
  private readonly connect: (port: MessagePort) => Reader

  constructor(connect: (port: MessagePort) => Reader) {
    this.connect = connect
  }

  /** The thread that waits, or a new one. */
  take(): PdfThread<Reader> {
    const { idle } = this
    this.idle = undefined
    if (idle === undefined) return new PdfThread(this.connect)
    clearTimeout(idle.timer)
    if (idle.thread.isEnded) return new PdfThread(this.connect)
    idle.thread.hold(true)
    return idle.thread
  }

  /** Puts a thread away whose document is closed. */
  put(thread: PdfThread<Reader>): void {
    if (thread.isEnded) return
    if (this.idle !== undefined) {
      thread.end(new Error('The thread is not needed any more.'))
      return
    }
    thread.hold(false)
    const timer = setTimeout(() => {
      this.idle = undefined
      thread.end(new Error('The thread was idle.'))
    }, IDLE_MS)
    timer.unref()
    this.idle = { thread, timer }
  }
}
