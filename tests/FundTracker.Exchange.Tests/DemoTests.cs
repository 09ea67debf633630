using FundTracker.Application.Imports;
using FundTracker.Domain.Ledgers;
using FundTracker.Testing.Databases;

namespace FundTracker.Exchange.Tests;

/// <summary>The demonstration's records are a workbook like any other.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task The_demo_loads_through_the_workbook_s_own_planner_and_a_second_time_changes_nothing()
    {
        await using var host = await TestHost.Create();
        var loaded = await host.Send(new LoadDemo.Command("LUZHOU1"), Actors.Manager1);
        Assert.True(loaded.IsSuccess, string.Join('\n', loaded.Errors.Take(20)));
        var before = await host.Books("LUZHOU1");
        var again = await host.Must(new LoadDemo.Command("LUZHOU1"), Actors.Manager1);
        var after = await host.Books("LUZHOU1");
        Assert.Equal(new ImportCounts(New: 0, Skipped: loaded.Value.New, Lines: 0), again);
        Assert.Equal((before.LineCount, before.Nodes.Count, before.Facts.Count), (after.LineCount, after.Nodes.Count, after.Facts.Count));
    }

    [Fact]
    public async Task Lines_of_the_demo_open_the_books()
    {
        await using var host = await TestHost.Create();
        await host.Must(new LoadDemo.Command("LUZHOU1"), Actors.Manager1);
        var approvers = await host.Look(db => Task.FromResult(db.Lines.Select(line => line.ApprovedBy).Distinct().ToList()));
        Assert.Equal([Signatures.OpeningBalance], approvers);
    }
}
