using System.Globalization;
using System.Text;
using System.Text.Json;

namespace FundTracker.Cli.Tests;

/// <summary>The IRR of <c>figures</c> is that of <c>metrics</c>: one engine, whichever way the flows came in.</summary>
public sealed class IrrOfFiguresTests(DemoFolder demo)
{
    private const string AsOf = "2026-03-31";

    [Fact]
    public void Figures_and_metrics_give_one_rate_for_the_same_flows()
    {
        var funds = Run("figures", "--fund", "LUZHOU1", "--as-of", AsOf, "--json").Json.EnumerateArray().Skip(1)
            .Where(fund => fund.GetProperty("nav").ValueKind == JsonValueKind.String).ToList();
        File.WriteAllText(Path.Combine(demo.Folder, "flows.csv"), Flows(funds));
        var metrics = Run("metrics", "flows.csv", "--as-of", AsOf, "--json").Json.EnumerateArray()
            .ToDictionary(row => row.GetProperty("fund").GetString()!, StringComparer.Ordinal);

        Assert.Equal(funds.Count, metrics.Count);
        Assert.Contains(funds, fund => Irr(fund).GetProperty("status").GetString() == "unique");
        foreach (var fund in funds)
        {
            var same = metrics[fund.GetProperty("code").GetString()!];
            Assert.Equal(Amount(fund, "paidIn"), Amount(same, "paidIn"));
            Assert.Equal(Amount(fund, "distributed"), Amount(same, "distributed"));
            Assert.Equal(Form(Irr(same)), Form(Irr(fund)));
        }
    }

    [Fact]
    public void Every_fund_has_a_rate_or_the_reason_why_it_has_none()
    {
        foreach (var fund in Run("figures", "--fund", "LUZHOU1", "--as-of", AsOf, "--json", "--language", "en").Json.EnumerateArray())
        {
            var irr = Irr(fund);
            var isNone = irr.GetProperty("status").GetString() == "none";
            Assert.Equal(isNone, irr.GetProperty("roots").GetArrayLength() == 0);
            Assert.Equal(isNone, irr.TryGetProperty("reasonText", out var text) && text.GetString()!.Length > 0);
            if (!isNone) Assert.Equal(irr.GetProperty("rate").GetDouble(), irr.GetProperty("roots")[0].GetDouble());
        }
    }

    [Fact]
    public void A_fund_of_which_nothing_was_known_yet_has_no_rate_and_says_so()
    {
        var fund = Run("figures", "--fund", "LUZHOU1", "--as-of", "2023-06-30", "--known-at", "2020-01-01", "--json").Json[0];
        Assert.Equal("none", Irr(fund).GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, Irr(fund).GetProperty("rate").ValueKind);
        Assert.NotEqual("", Irr(fund).GetProperty("reason").GetString());
    }

    [Fact]
    public void The_table_of_figures_prints_the_rate() =>
        Assert.Contains("%", Run("figures", "--fund", "LUZHOU1", "--as-of", AsOf, "--language", "en").Output, StringComparison.Ordinal);

    /// <summary>The ledger's own lines as a flow table, with the NAV that <c>figures</c> gives.</summary>
    private string Flows(IReadOnlyList<JsonElement> funds)
    {
        var codes = funds.Select(fund => fund.GetProperty("code").GetString()!).ToHashSet(StringComparer.Ordinal);
        var table = new StringBuilder("fund,date,kind,amount\n");
        foreach (var line in Run("ledger", "--fund", "LUZHOU1", "--json").Json.EnumerateArray())
        {
            var (kind, day) = (line.GetProperty("kind").GetString()!, line.GetProperty("effectiveDate").GetString()!);
            if (line.GetProperty("holder").GetString() != "LUZHOU1" || !codes.Contains(line.GetProperty("investee").GetString()!)) continue;
            if (string.CompareOrdinal(day, AsOf) > 0) continue;
            var word = kind is "Contribution" or "ContributionInKind" or "PaidInTransferIn" ? "contribution"
                : kind is "ReturnOfCapital" or "GainDistribution" or "IncomeDistribution" ? "distribution" : null;
            if (word is not null) table.Append(CultureInfo.InvariantCulture, $"{line.GetProperty("investee").GetString()},{day},{word},{Amount(line, "amount")}\n");
        }

        foreach (var fund in funds) table.Append(CultureInfo.InvariantCulture, $"{fund.GetProperty("code").GetString()},{AsOf},nav,{Amount(fund, "nav")}\n");
        return table.ToString();
    }

    private static (string?, double?, double?, int, string?) Form(JsonElement irr) => (
        irr.GetProperty("status").GetString(), Number(irr, "rate"), Number(irr, "periodReturn"), irr.GetProperty("days").GetInt32(),
        irr.GetProperty("presentAs").GetString());

    private static double? Number(JsonElement of, string name) =>
        of.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private static JsonElement Irr(JsonElement fund) => fund.GetProperty("irr");

    private static decimal Amount(JsonElement of, string name) => decimal.Parse(of.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);

    private CommandRun Run(string command, params string[] arguments) =>
        CommandRun.Of(demo.Folder, command == "metrics" ? [command, .. arguments] : [command, .. arguments, "--database", "demo.db"]);
}
