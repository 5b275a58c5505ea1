# Makes CSV of the answer to outcomes.graphql: a line for each row, or with --arg part changes for each row and instrument.
# A figure that is told is its number; one that is kept back stands in its words. No cell is a formula to a spreadsheet.
def harmless:
  if type == "string" and test("^[=+\\-@\\t\\r]") and (test("^-[0-9]+(\\.[0-9]+)?$") | not) then "'" + . else . end;
def figure: if type == "object" and has("display") then (.value // .display) else . end;
def line: map(harmless) | @csv;

(if .errors then error(.errors | map(.message) | join(" ")) else .data.outcomeSummary end) as $told
| if $told == null then error("no figures: there is no release yet, or they are not for this account") else $told end
| ([.total + { key: [{ dimension: "ALL", label: "Total" }] }] + .rows) as $rows
| ($rows[-1].key | map(.dimension)) as $by
| ["release", "as at"] as $of
| (if $by == ["ALL"] or $by == [] then ["of"] else $by end) as $by
| def labels: .key | map(.label) | . + [range(($by | length) - length) | ""];
  def cells($names): . as $row | $names | map(. as $name | $row[$name] | figure);
  ($rows[0] | keys_unsorted | map(select(. != "key" and . != "changes"))) as $figures
| ($rows[0].changes[0] // {} | keys_unsorted) as $changes
| if ($ARGS.named.part // "figures") == "changes" then
    ($of + $by + $changes | line),
    ($rows[] | labels as $labels | .changes[] | [$told.release, $told.asAt] + $labels + cells($changes) | line)
  else
    ($of + $by + $figures | line),
    ($rows[] | [$told.release, $told.asAt] + labels + cells($figures) | line)
  end
