#include "golden/transcript.h"

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "support/program.h"
#include "support/temp_dir.h"

namespace aliprotect::testing {
namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// Runs the commands of one transcript.
class Session {
 public:
  explicit Session(std::string server) : server_(std::move(server)) {
    world_.variables = {{"TZ", "Europe/Berlin"}, {"HOME", folder()}};
    set_store();
  }

  void set(const std::string& setting) {
    std::istringstream words(setting);
    std::string name;
    words >> name;
    if (name == "terminal") {
      world_.terminal = true;
      words >> world_.width;
    } else if (name == "piped") {
      world_.terminal = false;
    } else if (name == "author") {
      words >> world_.author.user >> world_.author.host;
      set_store();
    } else if (const auto equals = setting.find('='); equals != std::string::npos) {
      world_.variables[setting.substr(0, equals)] =
          replaced(setting.substr(equals + 1), "{dir}", folder());
    }
  }

  std::string answer(const std::string& command_line, const std::string& input) {
    std::vector<std::string> words = words_of(replaced(command_line, "{dir}", folder()));
    words.erase(words.begin());
    world_.input = input;
    const Outcome outcome = run_program(words, world_);
    std::string text = outcome.out;
    if (!text.empty() && text.back() != '\n') text += "\n";
    std::istringstream errors(outcome.errors);
    for (std::string line; std::getline(errors, line);) text += "2> " + line + "\n";
    if (outcome.code != ExitCode::done) {
      text += "=> " + std::to_string(static_cast<int>(outcome.code)) + "\n";
    }
    return replaced(replaced(text, store_, "{dir}/orders.db"), folder(), "{dir}");
  }

 private:
  std::string folder() const { return dir_.path(); }

  void set_store() {
    const std::string user = replaced(world_.author.user, "@", "%40");
    store_ = server_.empty() ? folder() + "/orders.db" : replaced(server_, "{user}", user);
    world_.variables["ALIPROTECT_DB"] = store_;
  }

  TempDir dir_;
  std::string server_;
  std::string store_;
  World world_;
};

std::vector<Line> lines_of(const std::string& text) {
  std::vector<Line> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back({line});
  return lines;
}

/// Blank lines and comments before a command belong to that command.
std::size_t end_of_answer(const std::vector<Line>& lines, std::size_t begin) {
  std::size_t end = begin;
  while (end < lines.size() && !lines[end].is_command() && !lines[end].is_setting()) ++end;
  while (end > begin && lines[end - 1].is_comment()) --end;
  return end;
}

std::string input_of(const Line& line, const std::string& folder) {
  if (line.is_input_file()) return contents_of(folder + "/" + line.text.substr(3));
  return line.text.substr(2) + "\n";
}

}  // namespace

std::string contents_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw std::runtime_error("cannot read " + path);
  return text.str();
}

std::string answered(const std::string& transcript, const std::string& folder,
                     const std::string& server) {
  Session session(server);
  const std::vector<Line> lines = lines_of(transcript);
  std::string text;
  for (std::size_t i = 0; i < lines.size();) {
    const std::string line = lines[i].text;
    text += line + "\n";
    ++i;
    if (lines[i - 1].is_setting()) session.set(line.substr(2));
    if (!lines[i - 1].is_command()) continue;
    std::string input;
    for (; i < lines.size() && lines[i].is_input(); ++i) {
      text += lines[i].text + "\n";
      input += input_of(lines[i], folder);
    }
    const std::size_t end = end_of_answer(lines, i);
    const bool is_about_file = line.find("{dir}/orders.db") != std::string::npos;
    if (server.empty() || !is_about_file) {
      text += session.answer(line.substr(2), input);
    } else {
      for (std::size_t kept = i; kept < end; ++kept) text += lines[kept].text + "\n";
    }
    i = end;
  }
  return text;
}

std::string console_blocks(const std::string& markdown) {
  std::string text;
  bool inside = false;
  bool ours = false;
  for (const Line& line : lines_of(markdown)) {
    if (line.text.starts_with("```")) {
      inside = line.text == "```console";
      ours = false;
      continue;
    }
    if (!inside) continue;
    if (line.text.starts_with("$ ")) ours = line.is_command();
    if (ours || line.is_setting()) text += line.text + "\n";
  }
  return text;
}

}  // namespace aliprotect::testing
