export { findRequests } from './find_requests';
