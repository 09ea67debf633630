using FundTracker.Analytics.Ratios;
using FundTracker.Application.Figures;
using FundTracker.Application.Imports;
using FundTracker.Application.Plans;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Exchange.Tests;

/// <summary>The demonstration was recorded quarter by quarter, so that it can be asked what was known when.</summary>
public sealed class DemoHistoryTests : IAsyncLifetime
{
    private static readonly DateOnly MidYear = new(2023, 6, 30);
    private TestHost host = null!;

    public async ValueTask InitializeAsync()
    {
        host = await TestHost.Create();
        host.Clock.SetUtcNow(new DateTimeOffset(2026, 6, 30, 8, 0, 0, TimeSpan.Zero));
        var loaded = await host.Send(new LoadDemo.Command("LUZHOU1"), Actors.Manager1);
        Assert.True(loaded.IsSuccess, string.Join('\n', loaded.Errors.Take(20)));
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return host.DisposeAsync();
    }

    [Fact]
    public async Task A_net_asset_value_that_was_restated_is_known_as_it_was_stated_first()
    {
        var (first, restated) = (await NavOf("LYF09", At(2023, 7, 20)), await NavOf("LYF09", At(2023, 11, 1)));
        Assert.Equal(25_000_000.00m, restated - first);
        Assert.Equal(restated, await NavOf("LYF09", knownAt: null));
        var reversal = await host.Look(db => db.Lines.Where(line => line.Reference == "Reversals:RV2").OrderBy(line => line.Id).FirstAsync());
        Assert.Equal((At(2023, 10, 20), MidYear), (Stamp.From(new DateTimeOffset(reversal.RecordedAt.Utc.UtcDateTime.Date.AddHours(12), TimeSpan.Zero)), reversal.EffectiveDate));
        var reversed = await host.Look(db => db.Lines.SingleAsync(line => line.Chain == reversal.Chain && line.Sequence == reversal.Reverses));
        Assert.Equal("Navs:LYF09-N20230630-A", reversed.Reference);
        Assert.Contains("审计报告", reversal.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_that_came_late_is_not_known_before()
    {
        Assert.NotEqual(await NavOf("KJZH", At(2023, 7, 20)), await NavOf("KJZH", At(2023, 8, 26)));
        Assert.Equal(await NavOf("KJZH", knownAt: null), await NavOf("KJZH", At(2023, 8, 26)));
    }

    [Fact]
    public async Task Nothing_is_known_before_the_books_were_opened_and_of_a_quarter_not_before_it_ended()
    {
        var funds = await host.Must(new GetFigures.Query("LUZHOU1", MidYear, At(2023, 4, 13)), Actors.Auditor1);
        Assert.Null(funds.Funds[0].PaidIn.Value);
        var late = await host.Look(db => db.Lines.CountAsync(line => line.RecordedAt < At(2023, 7, 13) && line.EffectiveDate > new DateOnly(2023, 3, 31)));
        Assert.Equal(0, late);
    }

    [Fact]
    public async Task The_chains_hold_and_no_entry_is_recorded_before_what_it_names_or_after_now()
    {
        var (lines, facts, head) = await host.Look(async db => (
            await db.Lines.AsNoTracking().OrderBy(line => line.Id).ToListAsync(), await db.Facts.AsNoTracking().OrderBy(fact => fact.Id).ToListAsync(),
            await db.Books.AsNoTracking().SingleAsync()));
        Assert.True(ChainVerifier.VerifyLines(lines, head).Holds);
        Assert.True(ChainVerifier.VerifyFacts(facts, head).Holds);
        Assert.True(head.LastRecordedAt <= Stamp.From(host.Clock.GetUtcNow()));
        var book = await host.Books("LUZHOU1");
        Assert.All(lines, line =>
        {
            var edge = book.Edges[book.IndexOf(line.Edge)];
            Assert.True(edge.RecordedAt <= line.RecordedAt, line.Reference);
            Assert.True(book.Node(edge.Holder).RecordedAt <= line.RecordedAt, line.Reference);
            Assert.True(book.Node(edge.Investee).RecordedAt <= line.RecordedAt, line.Reference);
        });
        Assert.All(lines.Where(line => line.Reverses is not null), line => Assert.True(line.Reverses < line.Sequence));
        Assert.Equal(lines[^1].RecordedAt <= book.InstantsIllustrativeUntil, lines[^1].RecordedAt > At(2026, 4, 13));
    }

    [Fact]
    public async Task Phases_are_known_from_the_day_of_the_plan_and_ticks_from_theirs()
    {
        async Task<bool> IsMet(Stamp knownAt) =>
            (await host.Must(new GetPlan.Query("LUZHOU1", "LUZHOU1", new DateOnly(2026, 3, 31), knownAt), Actors.Auditor1))
            .Conditions.First(condition => condition.Tranche == 2).IsMet;
        Assert.False(await IsMet(At(2023, 7, 20)));
        Assert.True(await IsMet(At(2024, 4, 20)));
    }

    private static Stamp At(int year, int month, int day) => Stamp.From(new DateTimeOffset(year, month, day, 12, 0, 0, TimeSpan.Zero));

    private async Task<decimal?> NavOf(string fund, Stamp? knownAt)
    {
        var answer = await host.Must(new GetFigures.Query("LUZHOU1", MidYear, knownAt), Actors.Auditor1);
        var row = answer.Funds.Single(figures => figures.Fund.Code == fund);
        var book = await host.Books("LUZHOU1");
        var view = new LedgerView(book, MidYear, knownAt ?? Stamp.Max);
        var edges = book.EdgesInto(row.Fund.Id).Where(edge => book.Edges[edge].Kind == EdgeKind.Commitment);
        return edges.Sum(edge => view.LevelRolledForward(edge) ?? 0) / 100m;
    }
}
