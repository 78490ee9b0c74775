/** Names of the built-in graders beside "math", apart from their code so that help texts load none of it. */
export const graderNames = ["multiple_choice", "numeric", "exact", "json", "regex", "countdown"] as const;
