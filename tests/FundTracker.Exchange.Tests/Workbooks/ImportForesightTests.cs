using FundTracker.Application.Imports;
using FundTracker.Application.Policies;
using FundTracker.Domain.Policies;
using FundTracker.Domain.Values;
using FundTracker.Testing.Databases;

namespace FundTracker.Exchange.Tests.Workbooks;

/// <summary>A file is no way around hard rules: what it would breach is shown before, and approving it takes a reason.</summary>
public sealed class ImportForesightTests
{
    /// <summary>A company that is new, into which the sub-fund puts a quarter of its assets; the rule's limit is 20 %.</summary>
    private const string Quarter = """
        Companies: code, name_zh, date
        ACME, 某企业, 2020-04-01
        Contributions: ref, date, holder, call, fund, amount
        P4, 2020-04-10, M1, , S1, 50
        Rounds: ref, date, company, name, total_raised
        R1, 2020-05-10, ACME, A, 100
        Investments: ref, date, fund, company, round, amount
        I1, 2020-05-10, S1, ACME, R1, 25
        """;

    [Fact]
    public async Task A_hard_rule_that_a_file_would_breach_is_told_in_the_dry_run_refuses_the_approval_and_a_reason_lets_it_pass()
    {
        await using var host = await TestHost.Create();
        await host.Import(WorkbookTests.Base);
        var preview = await host.Preview(Quarter);
        Assert.Empty(preview.Errors);
        Assert.Equal("F-10", preview.Remarks.Single(remark => remark.Code == "policy.breachForeseen").Args.Single(arg => arg.Name == "rule").Value);

        var batch = (await host.Submit(Quarter)).Value.Batch!.Value;
        var foreseen = await host.Must(new ForeseeImport.Query("M1", batch), Actors.Auditor1);
        Assert.Equal((new DateOnly(2020, 5, 10), true), (foreseen.Day, foreseen.NeedsReason));
        var change = foreseen.Changes.Single(one => one.Rule.Id == "F-10");
        Assert.Equal((ForeseenKind.Breach, "S1", 25m), (change.Kind, change.Then.Subject.Code, change.CheckThen.Reading.Number));

        var before = await Lines(host);
        Assert.Equal("policy.breachForeseen", (await host.Send(new ApproveImport.Command("M1", batch), Actors.Approver1)).Error.Code);
        Assert.Equal("policy.breachForeseen", (await host.Send(new ApproveImport.Command("M1", batch, "  "), Actors.Approver1)).Error.Code);
        Assert.Equal(before, await Lines(host));

        await host.Must(new ApproveImport.Command("M1", batch, "resolution 7"), Actors.Approver1);
        var import = (await host.Must(new ListImports.Query("M1"), Actors.Auditor1))[0];
        Assert.Equal(("resolution 7", "F-10@S1"), (import.OverrideReason, import.Overridden));
        Assert.True(await Lines(host) > before);
    }

    [Fact]
    public async Task A_file_that_stays_on_the_limit_needs_no_reason_and_none_is_kept()
    {
        await using var host = await TestHost.Create();
        await host.Import(WorkbookTests.Base);
        var batch = (await host.Submit(Quarter.Replace("R1, 25", "R1, 20", StringComparison.Ordinal))).Value.Batch!.Value;
        Assert.False((await host.Must(new ForeseeImport.Query("M1", batch), Actors.Auditor1)).NeedsReason);
        await host.Must(new ApproveImport.Command("M1", batch, "not needed"), Actors.Approver1);
        var import = (await host.Must(new ListImports.Query("M1"), Actors.Auditor1))[0];
        Assert.Equal(("", ""), (import.OverrideReason, import.Overridden));
    }

    [Fact]
    public async Task A_fact_that_a_file_states_beside_its_lines_is_judged_too()
    {
        await using var host = await TestHost.Create();
        await host.Import(WorkbookTests.Base);
        const string facts = """
            Facts: ref, date, subject, name, value
            F1, 2020-04-01, S1, fundStage, Industry
            FundCash: ref, date, fund, kind, amount
            I1, 2022-04-01, M1, interest, 1
            """;
        var batch = (await host.Submit(facts)).Value.Batch!.Value;
        var change = (await host.Must(new ForeseeImport.Query("M1", batch), Actors.Auditor1)).Changes.Single(one => one.Rule.Id == "L-04");
        Assert.Equal((ForeseenKind.Worse, "S1", 100m), (change.Kind, change.Then.Subject.Code, change.CheckThen.Reading.Number));
    }

    [Fact]
    public async Task Of_books_that_a_file_opens_itself_nothing_is_foreseen()
    {
        await using var host = await TestHost.Create();
        var batch = (await host.Submit(WorkbookTests.Base + "\n" + Quarter.Replace("Contributions: ref, date, holder, call, fund, amount\n", "", StringComparison.Ordinal)
            .Replace("P4, 2020-04-10, M1, , S1, 50\n", "", StringComparison.Ordinal))).Value.Batch!.Value;
        var foreseen = await host.Must(new ForeseeImport.Query("M1", batch), Actors.Auditor1);
        Assert.Equal(((DateOnly?)null, 0), (foreseen.Day, foreseen.Changes.Count));
    }

    [Fact]
    public async Task What_was_decided_or_can_no_longer_be_posted_is_not_foreseen()
    {
        await using var host = await TestHost.Create();
        await host.Import(WorkbookTests.Base);
        var batch = (await host.Submit(Quarter)).Value.Batch!.Value;
        var other = (await host.Submit(Quarter.Replace("R1, 25", "R1, 24", StringComparison.Ordinal))).Value.Batch!.Value;
        await host.Must(new ApproveImport.Command("M1", batch, "resolution 7"), Actors.Approver1);
        Assert.Equal("approval.notPending", (await host.Send(new ForeseeImport.Query("M1", batch), Actors.Auditor1)).Error.Code);
        Assert.Equal("pipeline.notFound", (await host.Send(new ForeseeImport.Query("M1", new ImportBatchId(7)), Actors.Auditor1)).Error.Code);
        Assert.False((await host.Send(new ForeseeImport.Query("M1", other), Actors.Auditor1)).IsSuccess);
    }

    private static Task<int> Lines(TestHost host) => host.Look(db => Task.FromResult(db.Lines.Count()));
}
