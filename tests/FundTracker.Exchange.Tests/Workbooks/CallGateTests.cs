using FundTracker.Domain.Results;
using FundTracker.Testing.Databases;

namespace FundTracker.Exchange.Tests.Workbooks;

/// <summary>An imported call meets the conditions of its phase on the day of its notice, as one of the screen does.</summary>
public sealed class CallGateTests
{
    private const string Plan = """
        Plans: ref, fund, date, rolling
        PL, M1, 2020-01-01, yes
        Tranches: ref, fund, date, amount, budget_year
        T1, M1, 2020-03-01, 500, 2020
        T2, M1, 2020-06-01, 500, 2020
        Conditions: ref, tranche, text, evidence, kind, value
        A, T2, 首期已投出, , earlier invested, LIMIT

        """;

    private const string Items = "CallItems: ref, call, purpose, amount\nK2-1, K2, investment, 100\n";

    // 100 are paid in under the first phase and 50 of them are placed in S1.
    [Fact]
    public async Task A_call_under_a_phase_that_is_met_on_the_limit_is_taken()
    {
        await using var host = await Opened("50");
        await host.Import(Call(reason: "") + Items);
        var call = await host.Look(db => Task.FromResult(db.CapitalCalls.Single(call => call.Number == 2)));
        Assert.Equal((2, ""), (call.Tranche, call.OverrideReason));
    }

    [Fact]
    public async Task A_call_under_a_phase_that_is_not_met_is_refused_in_the_dry_run_and_a_reason_lets_it_pass()
    {
        await using var host = await Opened("50.01");
        var errors = (await host.Preview(Call(reason: "") + Items)).Errors.Places();
        Assert.Equal([("Calls", 2, "ref", "call.conditionsNotMet"), ("Calls", 2, "ref", "call.gateNotMet")], errors);
        Assert.Equal("import.row", (await host.Submit(Call(reason: "") + Items)).Error.Code);
        Assert.Equal(1, await host.Look(db => Task.FromResult(db.CapitalCalls.Count())));

        await host.Import(Call(reason: "管委会同意") + Items);
        var call = await host.Look(db => Task.FromResult(db.CapitalCalls.Single(call => call.Number == 2)));
        Assert.Equal(("管委会同意", "#1"), (call.OverrideReason, call.Overridden));
    }

    [Theory]
    [InlineData("2020-06-01", true)]
    [InlineData("2020-06-02", false)]
    public async Task What_the_file_itself_has_placed_by_the_day_of_the_notice_counts(string day, bool isMet)
    {
        await using var host = await Opened("51");
        var placed = $"Contributions: ref, date, holder, call, fund, amount\nP4, {day}, M1, , S1, 1\n";
        var errors = (await host.Preview(placed + Call(reason: "", notice: "2020-06-02") + Items)).Errors;
        Assert.Equal(isMet ? 0 : 2, errors.Count);
    }

    [Fact]
    public async Task An_override_that_needs_a_resolution_is_none_that_an_import_can_bring()
    {
        await using var host = await Opened("51");
        await host.Import("Facts: ref, date, subject, name, value\nF1, 2020-06-01, M1, resolutionNeeded, override");
        var refused = (await host.Preview(Call(reason: "管委会同意") + Items)).Errors.Places();
        Assert.Equal([("Calls", 2, "ref", "committee.overrideNotResolved")], refused);
        // The day before a resolution was needed, a reason was enough.
        Assert.Empty((await host.Preview(Call(reason: "管委会同意", notice: "2020-05-31") + Items)).Errors);
    }

    [Fact]
    public async Task What_a_file_says_of_books_that_it_opens_itself_is_history_and_the_dry_run_shows_what_was_not_asked()
    {
        await using var host = await TestHost.Create();
        var books = WorkbookTests.Base.Replace("Calls: ref, date, due_date, fund", "Calls: ref, date, due_date, fund, tranche", StringComparison.Ordinal)
            .Replace("2020-03-20, M1", "2020-03-20, M1, T2", StringComparison.Ordinal);
        var preview = await host.Preview(Plan.Replace("LIMIT", "99", StringComparison.Ordinal) + books);
        Assert.Empty(preview.Errors);
        Assert.Contains(preview.Remarks, remark => remark.Code == "import.gateNotAsked");
    }

    [Fact]
    public async Task Money_that_answers_no_call_of_a_fund_with_a_plan_is_shown_as_drawing_no_phase()
    {
        await using var host = await Opened("50");
        var preview = await host.Preview("Contributions: ref, date, holder, call, fund, amount\nP5, 2020-06-01, FIN, , M1, 1\nP6, 2020-06-02, FIN, , M1, 1");
        Assert.Empty(preview.Errors);
        Assert.Single(preview.Remarks, remark => remark.Code == "import.noPhaseDrawn");
    }

    private static async Task<TestHost> Opened(string limit)
    {
        var host = await TestHost.Create();
        var books = WorkbookTests.Base.Replace("Calls: ref, date, due_date, fund", "Calls: ref, date, due_date, fund, tranche", StringComparison.Ordinal)
            .Replace("2020-03-20, M1", "2020-03-20, M1, T1", StringComparison.Ordinal);
        await host.Import(Plan.Replace("LIMIT", limit, StringComparison.Ordinal) + books);
        return host;
    }

    private static string Call(string reason, string notice = "2020-06-01") =>
        $"Calls: ref, date, due_date, fund, tranche, override_reason\nK2, {notice}, 2020-06-20, M1, T2, {reason}\n";
}
