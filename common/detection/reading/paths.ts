/** Where packages put programs and scripts; only root writes there. */
export const isPackagedPath = (path: string): boolean =>
  /^\/(?:usr\/(?!local\/(?:www|apache\w*\/htdocs|[\w.-]+\/(?:temp|tmp|webapps|work|uploads?))\b)|s?bin\/|lib(?:64|x?32)?\/|snap\/|nix\/store\/)/.test(
    path
  ) && !isHiddenPath(path);

/** Where any account may write, or what is gone when the machine restarts. */
export const isWritablePath = (path: string): boolean =>
  /^\/(?:tmp|var\/tmp|dev\/shm|dev\/mqueue|run\/(?:shm|lock|user)|var\/(?:lock|crash|spool\/(?!cron)))(?:\/|$)/.test(
    path
  );

/** A folder or file that a listing leaves out; folders that tools make for themselves are none. */
export const isHiddenPath = (path: string): boolean =>
  /(?:^|\/)\.(?![./]|$)(?!(?:config|local|cache|composer|npm|nvm|cargo|rustup|rbenv|pyenv|gem|bundle|m2|gradle|dotnet|venv|virtualenv|env|git|github|gitlab|svn|hg|well-known|yarn|pnpm|wp-cli|drush|symfony|htaccess|htpasswd|user\.ini|next|nuxt|bin|output|vscode|asdf|sdkman|deno|bun|acme)(?:\/|$|\.))/.test(
    path
  );

/** Folders of what visitors upload, by the names applications give them. */
export const isUploadPath = (path: string): boolean =>
  /\/(?:uploads?|files|media|images?|img|attachments?|tmp|temp|avatars?|thumbs?)\//i.test(path);

/** What a server may run when it is asked for. */
export const isServedCode = (path: string): boolean =>
  /\.(?:php\d?|phtml|phar|pht|phps|inc|jspx?|jspf|jsw|war|ear|aspx?|ashx|asmx|cfm|cgi|shtml|htaccess)$/i.test(
    path
  ) ||
  /(?:^|\/)\.(?:htaccess|user\.ini)$/.test(path) ||
  /\/cgi-bin\//.test(path);

export const toFileName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
