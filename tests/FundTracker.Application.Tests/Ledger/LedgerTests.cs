using FundTracker.Application.CapitalCalls;
using FundTracker.Application.Documents;
using FundTracker.Application.Ledger;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Records;
using FundTracker.Domain.Ledgers;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;
using Microsoft.EntityFrameworkCore;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Ledger;

/// <summary>The journal as people read it, and its proof.</summary>
public sealed class LedgerTests
{
    [Fact]
    public async Task Lines_are_paged_and_filtered_by_member_kind_and_day()
    {
        await using var world = await Funded();
        var all = await world.Must(new GetLedger.Query(Mf));
        Assert.Equal(9, all.Total);
        Assert.Equal([1L, 2, 3, 4, 5, 6, 7, 8, 9], all.Lines.Select(line => line.Sequence));
        Assert.Equal([3L, 8, 9], await Sequences(new GetLedger.Query(Mf, "SUB")));
        Assert.Equal([6L, 7, 9], await Sequences(new GetLedger.Query(Mf, Kinds: [LineKind.Contribution])));
        Assert.Equal([8L, 9], await Sequences(new GetLedger.Query(Mf, From: Day("2023-02-02"), To: Day("2023-03-01"))));
        Assert.Equal([5L, 4], await Sequences(new GetLedger.Query(Mf, Page: 3, PageSize: 2, LatestFirst: true)));
        await world.Refuses("pipeline.notFound", new GetLedger.Query(Mf, "NOBODY"));

        async Task<IEnumerable<long>> Sequences(GetLedger.Query query) => (await world.Must(query)).Lines.Select(line => line.Sequence);
    }

    [Fact]
    public async Task A_line_names_both_ends_who_recorded_and_who_approved()
    {
        await using var world = await Funded();
        var answer = await world.Must(new GetLine.Query(Mf, 6), Actors.Auditor1);
        var line = answer.Line;
        Assert.Equal(("FIN", "MF", "manager1", "approver1"), (line.Holder.Code, line.Investee.Code, line.RecordedBy, line.ApprovedBy));
        Assert.Equal((Yuan(300m), Yuan(-300m)), (line.Amount, line.ImpactOnUnfunded));
        Assert.Equal(line.Voucher, answer.Voucher!.Id);
        Assert.Null((await world.Must(new GetLine.Query(Mf, 4))).Voucher);
        await world.Refuses("ledger.noSuchLine", new GetLine.Query(Mf, 10));
    }

    [Fact]
    public async Task The_ledger_as_known_earlier_has_only_the_lines_recorded_by_then()
    {
        await using var world = await Funded();
        var before = Stamp.From(world.Host.Clock.GetUtcNow().AddMinutes(1));
        world.Host.Clock.Advance(TimeSpan.FromDays(1));
        await world.Post(new RecordFundCash.Command(Mf, "SUB", LineKind.Expense, Day("2023-04-02"), 1m));
        Assert.Equal(9, (await world.Must(new GetLedger.Query(Mf, KnownAt: before))).Total);
        Assert.Equal(10, (await world.Must(new GetLedger.Query(Mf))).Total);
    }

    [Fact]
    public async Task An_untouched_ledger_holds()
    {
        await using var world = await Funded();
        var check = await world.Must(new VerifyLedger.Query(Mf), Actors.Auditor1);
        Assert.True(check.Holds);
        Assert.Equal(9, check.Lines.Entries);
        Assert.True(check.Facts.Entries > 0);
        Assert.All(await world.Must(new VerifyAudit.Query(), Actors.Auditor1), row => Assert.True(row.Check.Holds));
    }

    [Fact]
    public async Task A_sub_funds_manager_reads_the_ledger_of_its_own_fund_only()
    {
        await using var world = await Funded();
        var outside = Actors.SubFundManagerOf("SUB");
        Assert.Equal(3, (await world.Must(new GetLedger.Query(Mf, "SUB"), outside)).Total);
        await world.Refuses("pipeline.notAllowed", new GetLedger.Query(Mf), outside);
        await world.Refuses("pipeline.notAllowed", new GetLedger.Query(Mf, Mf), outside);
        await world.Must(new ListCapitalCalls.Query(Mf, Day("2023-12-31"), "SUB"), outside);
        await world.Refuses("pipeline.notAllowed", new ListCapitalCalls.Query(Mf, Day("2023-12-31")), outside);
    }

    [Fact]
    public async Task The_audit_trail_tells_who_did_what_through_which_door()
    {
        await using var world = await Empty();
        await world.Must(new RecordCommitment.Command(Mf, Mf, "FIN", 300m, Start), Actors.Manager2.Through(Channel.Cli));
        var page = await world.Must(new ListAudit.Query(Mf, PageSize: 1), Actors.Auditor1);
        var entry = Assert.Single(page.Entries);
        Assert.Equal(("manager2", Channel.Cli, "RecordCommitment"), (entry.User, entry.Channel, entry.Action));
        Assert.Contains("\"Amount\":300", entry.Input, StringComparison.Ordinal);
        Assert.Equal(page.Total, (int)entry.Sequence);
        Assert.Equal(1, (await world.Must(new ListAudit.Query(Mf, User: "manager2"))).Total);
    }

    [Fact]
    public async Task What_belongs_to_no_books_is_told_to_who_may_enter_all_books()
    {
        await using var world = await Empty();
        var page = await world.Must(new ListInstallationAudit.Query(), Actors.Admin1);
        Assert.Equal("SetUpMotherFund", Assert.Single(page.Entries).Action);
        await world.Refuses("pipeline.notAllowed", new ListInstallationAudit.Query(), Actors.Admin1.Within(Mf));
    }

    [Fact]
    public async Task Ledger_and_audit_trail_that_were_tampered_with_name_the_first_broken_link()
    {
        await using var world = await Funded();
        await Tamper(
            world, """DROP TRIGGER "LedgerLines_NoUpdate";""",
            """UPDATE "LedgerLines" SET "AmountMinor" = 1 WHERE "Sequence" = 6""");
        await Tamper(
            world, """DROP TRIGGER "AuditEntries_NoUpdate";""",
            """UPDATE "AuditEntries" SET "User" = 'nobody' WHERE "Sequence" = 4 AND "Chain" = 1""");
        var ledger = await world.Must(new VerifyLedger.Query(Mf), Actors.Auditor1);
        Assert.Equal((6L, "hash"), (ledger.Lines.FirstBroken, ledger.Lines.What));
        var audit = (await world.Must(new VerifyAudit.Query(), Actors.Auditor1)).Single(row => row.Books == Mf).Check;
        Assert.Equal((4L, "hash"), (audit.FirstBroken, audit.What));
    }

    [Fact]
    public async Task A_document_that_was_exchanged_is_named_by_the_verification_and_handed_to_nobody()
    {
        await using var world = await Funded();
        var document = await world.Must(new AttachDocument.Command(Mf, "notice.txt", "as given"u8.ToArray()));
        Assert.Equal(1, (await world.Must(new VerifyLedger.Query(Mf), Actors.Auditor1)).Documents.Count);
        await world.Host.Look(db => db.Database.ExecuteSqlRawAsync("""UPDATE "Documents" SET "Content" = X'00'"""));
        var check = await world.Must(new VerifyLedger.Query(Mf), Actors.Auditor1);
        Assert.False(check.Holds);
        Assert.Equal("notice.txt", Assert.Single(check.Documents.Changed).Args.Single(arg => arg.Name == "file").Value);
        await world.Refuses("document.changed", new GetDocument.Query(Mf, document), Actors.Auditor1);
    }

    [Fact]
    public async Task A_refused_command_leaves_no_audit_entry()
    {
        await using var world = await Empty();
        var before = await world.Host.Look(db => db.Audit.CountAsync());
        await world.Send(new RecordCommitment.Command(Mf, Mf, "NOBODY", 300m, Start));
        Assert.Equal(before, await world.Host.Look(db => db.Audit.CountAsync()));
    }

    /// <summary>What somebody with the file in hand could do: take the guard of a table away and change a row.</summary>
    private static Task<int> Tamper(World world, string unguard, string change) => world.Host.Look(async db =>
    {
        await db.Database.ExecuteSqlRawAsync(unguard);
        return await db.Database.ExecuteSqlRawAsync(change);
    });
}
