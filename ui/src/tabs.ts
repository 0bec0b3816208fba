/** What the tabs of one browser tell each other: that this browser was logged in, or out. */
export type News = 'logged-in' | 'logged-out';

const channel = new BroadcastChannel('readback');

export const tabs = {
  tell: (news: News): void => channel.postMessage(news),
  hear: (heard: (news: News) => void): void => channel.addEventListener('message', (event: MessageEvent<News>) => heard(event.data)),
};
