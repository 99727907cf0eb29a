// Once warm, parsing takes no memory from the heap: a thread that reads a year of news must not wait for it.
#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <cstdlib>
#include <new>
#include <string>
#include <string_view>

#include "syntax/conllu.h"
#include "syntax/parser.h"

// Sanitizers have allocators of their own, which must not be replaced.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define BAYHAQI_COUNTS_ALLOCATIONS 0
#else
#define BAYHAQI_COUNTS_ALLOCATIONS 1
#endif

namespace {
std::atomic<std::size_t> allocations{0};
}  // namespace

#if BAYHAQI_COUNTS_ALLOCATIONS
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"  // the compiler sees free, and not that new is malloc here

namespace {

void* counted(std::size_t size, std::size_t alignment) {
  ++allocations;
  void* const memory = alignment > alignof(std::max_align_t) ? std::aligned_alloc(alignment, (size + alignment - 1) / alignment * alignment) : std::malloc(size == 0 ? 1 : size);
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}
}  // namespace

void* operator new(std::size_t size) { return counted(size, 0); }
void* operator new(std::size_t size, std::align_val_t alignment) { return counted(size, static_cast<std::size_t>(alignment)); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }

#endif

namespace bayhaqi {
namespace {

// Sentences as news has them, tokens as given.
std::string news() {
  constexpr std::array<std::string_view, 6> kSentences = {
      "The foreign ministers of Iran and Bahrain met in Muscat on Tuesday to discuss the release of prisoners .",
      "Rebels shelled the airport , killing nine soldiers , a spokesman for the army said .",
      "Brazil recalled its ambassador after the government in Quito rejected a request for his extradition .",
      "The president , who took office in 2019 , denied that his troops had crossed the border .",
      "Negotiators agreed to a ceasefire that will begin at midnight if both sides withdraw their artillery .",
      "Thousands of people marched through the capital and demanded that the prime minister resign ."};
  std::string conllu;
  for (std::string_view sentence : kSentences) {
    for (int number = 1; !sentence.empty(); ++number) {
      const std::size_t blank = std::min(sentence.find(' '), sentence.size());
      conllu += std::to_string(number) + "\t" + std::string(sentence.substr(0, blank)) + "\t_\t_\t_\t_\t0\troot\t_\t_\n";
      sentence.remove_prefix(std::min(blank + 1, sentence.size()));
    }
    conllu += "\n";
  }
  return conllu;
}

TEST(Parser, TakesNoMemoryOnceWarm) {
  if (!BAYHAQI_COUNTS_ALLOCATIONS) GTEST_SKIP() << "allocations are counted without sanitizers only";
  auto file = PackedFile::open(std::string(BAYHAQI_SOURCE_DIR) + "/models/english.model");
  ASSERT_TRUE(file);
  auto parser = Parser::open(*file);
  ASSERT_TRUE(parser);
  auto document = read_conllu(news());
  ASSERT_TRUE(document);
  Parser::Scratch scratch;
  parser->parse(*document, scratch);
  parser->parse(*document, scratch);
  const std::size_t before = allocations;  // at most the document's own store of lemmas grows, which three readings fill three times
  parser->parse(*document, scratch);
  EXPECT_LE(allocations - before, 1U) << "for " << document->tokens.size() << " words";
}

}  // namespace
}  // namespace bayhaqi
