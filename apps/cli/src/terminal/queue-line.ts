/** How a run over the queue stands, in one line. */
import type { ProgressEvent } from "@zipingbiao/publisher";

type QueueEvent = Extract<ProgressEvent, { readonly kind: "queue" }>;

export function queueLine(event: QueueEvent): string {
  const { waiting, active, done, failed, workers, otherWorkers, formsPerSecond, left, secondsLeft } = event;
  const others = otherWorkers === 0 ? "" : `（另有 ${otherWorkers} 台版本不符）`;
  return [
    `分块：等待 ${waiting}　在做 ${active}　做完 ${done}${failed === 0 ? "" : `　失败 ${failed}`}`,
    `工作机 ${workers} 台${others}`,
    `${formsPerSecond.toFixed(1)} 份/秒`,
    ...(left === undefined
      ? []
      : [`还剩 ${left} 份${secondsLeft === undefined ? "" : `，约 ${timeText(secondsLeft)}`}`]),
  ].join("　｜　");
}

function timeText(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} 秒`;
  const minutes = Math.ceil(whole / 60);
  return minutes < 60 ? `${minutes} 分` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`;
}
