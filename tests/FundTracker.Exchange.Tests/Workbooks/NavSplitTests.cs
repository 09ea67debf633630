using FundTracker.Analytics.Performance;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;

namespace FundTracker.Exchange.Tests.Workbooks;

/// <summary>Splits of NAV statements in a workbook: rows of ValueChanges belong to the row of Navs of the same fund and day.</summary>
public sealed class NavSplitTests
{
    private const string Statements = """
        Navs: ref, date, fund, amount
        N1, 2020-03-31, S1, 52
        N2, 2020-06-30, S1, 60
        ValueChanges: ref, date, fund, kind, amount
        V1, 2020-06-30, S1, income, 3
        V2, 2020-06-30, S1, realised, 0
        V3, 2020-06-30, S1, unrealised, 8.50
        V4, 2020-06-30, S1, 管理费, 2
        V5, 2020-06-30, S1, expense, 1
        """;

    [Fact]
    public async Task A_full_split_that_does_not_add_up_is_refused_at_its_sheet_and_row_and_nothing_is_imported()
    {
        await using var host = await TestHost.Create();
        await host.Import(WorkbookTests.Base);
        var workbook = Statements + "\nV6, 2020-06-30, S1, carry change, 0.48";
        var preview = await host.Preview(workbook);
        Assert.Equal([("ValueChanges", 2, "ref", "nav.splitOff")], preview.Errors.Places());
        var before = await Lines(host);
        Assert.Equal([("ValueChanges", 2, "ref", "nav.splitOff")], (await host.Submit(workbook)).Errors.Places());
        Assert.Equal(before, await Lines(host));
    }

    [Fact]
    public async Task A_full_split_that_adds_up_is_taken_and_read()
    {
        await using var host = await TestHost.Create();
        await host.Import(WorkbookTests.Base + "\n" + Statements + "\nV6, 2020-06-30, S1, carry change, 0.50");
        var roll = await Read(host);
        Assert.Equal((300L, 850L, 50L, 0L),
            (roll.Income.Require().MinorUnits, roll.Unrealised.Require().MinorUnits, roll.CarryChange.Require().MinorUnits, roll.NotSplit.Require().MinorUnits));
    }

    [Fact]
    public async Task What_a_partial_split_leaves_over_is_not_split()
    {
        await using var host = await TestHost.Create();
        await host.Import(WorkbookTests.Base + "\n" + Statements);
        Assert.Equal(-50, (await Read(host)).NotSplit.Require().MinorUnits);
    }

    [Fact]
    public async Task A_split_joins_a_statement_that_stands_in_the_books_already_and_states_each_part_once()
    {
        await using var host = await TestHost.Create();
        await host.Import(WorkbookTests.Base + "\n" + Statements);
        Assert.Equal([("ValueChanges", 2, "ref", "nav.splitKindTwice")], (await host.Preview("ValueChanges: ref, date, fund, kind, amount\nV7, 2020-06-30, S1, income, 1")).Errors.Places());
        Assert.Equal([("ValueChanges", 2, "ref", "nav.splitOff")], (await host.Preview("ValueChanges: ref, date, fund, kind, amount\nV7, 2020-06-30, S1, carry change, 1")).Errors.Places());
        await host.Import("ValueChanges: ref, date, fund, kind, amount\nV7, 2020-06-30, S1, carry change, 0.50");
        Assert.Equal(0, (await Read(host)).NotSplit.Require().MinorUnits);
    }

    [Fact]
    public async Task A_split_of_a_day_without_a_statement_is_refused()
    {
        await using var host = await TestHost.Create();
        await host.Import(WorkbookTests.Base + "\n" + Statements);
        var preview = await host.Preview("ValueChanges: ref, date, fund, kind, amount\nV7, 2020-07-31, S1, income, 1\nV8, 2020-07-31, S1, expense, 1");
        Assert.Equal([("ValueChanges", 2, "ref", "nav.splitWithoutStatement")], preview.Errors.Places());
    }

    [Fact]
    public async Task A_statement_that_a_file_takes_back_takes_its_split_along_and_the_new_one_has_its_own()
    {
        await using var host = await TestHost.Create();
        await host.Import(WorkbookTests.Base + "\n" + Statements);
        await host.Import("""
            Reversals: ref, reverses, reason
            R1, Navs:N2, 录错
            Navs: ref, date, fund, amount
            N3, 2020-06-30, S1, 58
            ValueChanges: ref, date, fund, kind, amount
            V7, 2020-06-30, S1, income, 4
            """);
        var roll = await Read(host);
        Assert.Equal((5_800L, 400L, 200L), (roll.Closing.Require().MinorUnits, roll.Income.Require().MinorUnits, roll.NotSplit.Require().MinorUnits));
        Assert.Null(roll.Unrealised.Value);
    }

    private static Task<List<long>> Lines(TestHost host) => host.Look(db => Task.FromResult(db.Lines.Select(line => line.Id).ToList()));

    private static async Task<NavRollForward> Read(TestHost host) =>
        RollForwardEngine.Of(new LedgerView(await host.Books("M1"), new DateOnly(2020, 6, 30), Stamp.Max), "S1", new DateOnly(2020, 3, 31))!;
}
