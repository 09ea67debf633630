using System.Text.Json;

namespace FundTracker.Cli.Tests;

/// <summary>The rules on the demonstration, as scripts ask them.</summary>
public sealed class RulesCommandTests(DemoFolder demo)
{
    [Fact]
    public void The_demonstration_has_a_breach_with_its_gap_and_a_conflict_between_levels()
    {
        var rules = Ask("--as-of", "2026-03-31");
        Assert.Equal(25, rules.Count);
        foreach (var rule in rules.Values)
        {
            foreach (var name in new[] { "version", "status", "figure", "gap", "level", "severity", "clause", "source", "sourceStatus", "retroactive" })
                Assert.True(rule.TryGetProperty(name, out _), $"{rule.GetProperty("rule")} lacks {name}.");
            Assert.Contains(rule.GetProperty("status").GetString(), new[] { "met", "breached", "noData" });
        }

        // CO010 moved out within five years: its 73 million, counted at 150 % as a headquarters, is void.
        var moved = rules["L-14"];
        Assert.Equal(("breached", "109500000.00"), (moved.GetProperty("status").GetString(), moved.GetProperty("figure").GetString()));
        Assert.Equal("109500000.00", moved.GetProperty("gap").GetProperty("amount").GetString());
        var conflict = rules["L-04"].GetProperty("conflicts").EnumerateArray().First(one => one.GetProperty("with").GetString() == "S-1753-A3");
        Assert.Equal(("incompatible", "localMultiple"), (conflict.GetProperty("kind").GetString(), conflict.GetProperty("input").GetString()));
    }

    [Fact]
    public void Figure_limit_and_gap_are_in_one_unit()
    {
        var compared = new List<string>();
        foreach (var finding in Ask("--as-of", "2026-03-31").Values.SelectMany(rule => rule.GetProperty("subjects").EnumerateArray()))
        {
            var gap = finding.GetProperty("gap") is { ValueKind: JsonValueKind.Object } missing ? missing : finding.GetProperty("headroom");
            if (gap.ValueKind != JsonValueKind.Object || finding.GetProperty("figure").ValueKind != JsonValueKind.Number) continue;
            var away = Math.Abs(finding.GetProperty("figure").GetDouble() - finding.GetProperty("limit").GetDouble());
            Assert.Equal(away, gap.GetProperty("value").GetDouble(), precision: 6);
            Assert.Equal(finding.GetProperty("unit").GetString(), gap.GetProperty("unit").GetString());
            compared.Add(finding.GetProperty("unit").GetString()!);
        }

        Assert.Equal(["count", "days", "multiple", "percent"], compared.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Before_a_rules_day_it_is_refused_and_retroactively_the_result_says_so()
    {
        var run = Run("--as-of", "2023-06-30");
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("N-04", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(run.Json.EnumerateArray(), rule => rule.GetProperty("rule").GetString() == "N-04");
        var single = Run("--as-of", "2023-06-30", "--rule", "N-04");
        Assert.Equal((1, ""), (single.ExitCode, single.Output));
        Assert.Contains("2025-01-07", single.Error, StringComparison.Ordinal);
        var asked = Ask("--as-of", "2023-06-30", "--retroactive");
        Assert.True(asked["N-04"].GetProperty("retroactive").GetBoolean());
        Assert.False(asked["F-03"].GetProperty("retroactive").GetBoolean());
    }

    private Dictionary<string, JsonElement> Ask(params string[] options) =>
        Run(options).Json.EnumerateArray().ToDictionary(rule => rule.GetProperty("rule").GetString()!, StringComparer.Ordinal);

    private CommandRun Run(params string[] options) =>
        CommandRun.Of(demo.Folder, ["rules", "--fund", "LUZHOU1", .. options, "--json", "--language", "en", "--database", "demo.db"]);
}
