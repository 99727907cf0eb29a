// bayhaqi parse: sentences, tokens and trees alone.
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "commands.h"
#include "data_files.h"
#include "ingest/read_inputs.h"
#include "pipeline/loaded.h"
#include "syntax/conllu.h"
#include "terminal.h"

namespace bayhaqi::cli {

namespace {

struct ParseOptions {
  std::vector<std::string> inputs;
  std::string to = "conllu";
  std::string from = "text";
  DataOptions data;
};

bool print(const Document& document, const std::string& form) {
  for (std::size_t i = 0; i < document.sentences.size(); ++i) {
    const SentenceIndex sentence(i);
    const std::string text = form == "conllu" ? write_conllu(document, sentence) : form == "table" ? write_tree_table(document, sentence) : draw_tree(document, sentence) + "\n";
    if (!put(text)) return false;
  }
  return true;
}

std::string read_all(const std::string& path) {
  if (path == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

int parse_conllu(const ParseOptions& options, const Resources& resources) {
  Parser::Scratch scratch;
  int code = kDone;
  for (const std::string& input : options.inputs) {
    auto document = read_conllu(read_all(input));
    if (!document) {
      complain(input + ": " + document.error().text());
      code = kSomeFailed;
      continue;
    }
    resources.loaded().parser.parse(*document, scratch);
    if (!print(*document, options.to)) return kSomeFailed;
  }
  return code;
}

int parse_text(const ParseOptions& options, const Resources& resources) {
  const Coder coder(resources);
  Workspace workspace;
  Document document;
  int code = kDone;
  if (options.from == "raw") {
    for (const std::string& input : options.inputs) {
      document.clear();
      document.article.text = read_all(input);
      coder.code(document, workspace, "tree");
      if (!print(document, options.to)) return kSomeFailed;
    }
    return code;
  }
  InputReader reader(options.inputs);
  while (auto item = reader.next()) {
    if (!*item) {
      complain(item->error().input + ": " + item->error().reason);
      code = kSomeFailed;
      continue;
    }
    document.clear();
    document.article = std::move(**item);
    coder.code(document, workspace, "tree");
    if (!print(document, options.to)) return kSomeFailed;
  }
  return code;
}

int run_parse(const ParseOptions& options) {
  const auto resources = load_resources(options.data);
  if (!resources) {
    complain(resources.error().text());
    return kSomeFailed;
  }
  const int code = options.from == "conllu" ? parse_conllu(options, *resources) : parse_text(options, *resources);
  if (flush_output()) return code;
  complain(output_fault());
  return kSomeFailed;
}

}  // namespace

Run add_parse(CLI::App& app) {
  auto options = std::make_shared<ParseOptions>();
  app.add_option("inputs", options->inputs, "Files, folders, or - for standard input")->required();
  app.add_option("--to", options->to, "conllu, table or tree (default conllu)")->check(CLI::IsMember({"conllu", "table", "tree"}));
  app.add_option("--from", options->from, "text: articles as `code` reads them; raw: the bytes as they are; conllu: tokens as given (default text)")->check(CLI::IsMember({"text", "raw", "conllu"}));
  app.add_option("--model", options->data.model, "Another language model");
  return [options] { return run_parse(*options); };
}

}  // namespace bayhaqi::cli
