import unsanitized from "eslint-plugin-no-unsanitized";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["dist/", "node_modules/", "*.mjs"] },
  ...tseslint.configs.strict,
  unsanitized.configs.recommended,
  {
    rules: {
      // Server text is untrusted: it reaches the page as textContent, never as markup.
      "no-restricted-properties": ["error", ...["innerHTML", "outerHTML", "insertAdjacentHTML"].map((property) => ({ property }))],
      "max-lines": ["error", 400],
      eqeqeq: "error",
      "no-console": "error",
    },
  },
  { files: ["tests/**"], rules: { "no-restricted-properties": "off", "no-unsanitized/property": "off", "no-console": "off", "@typescript-eslint/no-non-null-assertion": "off" } },
);
