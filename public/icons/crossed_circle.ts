import { createIcon } from './create_icon';

export const CrossedCircle = createIcon('M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM3.8 3.8l8.4 8.4');
