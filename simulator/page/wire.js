// Talks to the simulator: operations by POST, changes by server-sent events.

export class Refused extends Error {}

export async function ask(operation, given = {}) {
  const answer = await fetch(`control/${operation}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(given),
  });
  const body = await answer.json();
  if (!body.ok) throw new Refused(body.description);
  return body.result;
}

export function listen(onevent, onopen) {
  const source = new EventSource("events");
  source.onopen = onopen;
  source.onmessage = (message) => onevent(JSON.parse(message.data));
}

export function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.split(",")[1] ?? "");
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
