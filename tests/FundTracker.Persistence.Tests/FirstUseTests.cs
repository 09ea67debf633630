using FundTracker.Application.Funds;
using FundTracker.Domain.Funds;
using FundTracker.Domain.Ledgers;
using FundTracker.Testing.Databases;
using Microsoft.EntityFrameworkCore;

namespace FundTracker.Persistence.Tests;

public sealed class FirstUseTests
{
    private static readonly SetUpMotherFund.Command SetUp = new(
        "LZ1", Family: null, "庐州一号", "Luzhou One", "CNY", LegalForm.Company, TargetSize: 5_000_000_000m, new DateOnly(2023, 1, 3));

    [Fact]
    public async Task A_mother_fund_that_was_set_up_is_read_back_as_books()
    {
        await using var host = await TestHost.Create();

        var fund = await host.Dispatcher.Register(SetUp);

        var books = await host.Books("lz1");
        Assert.Equal(fund, books.MotherFund);
        Assert.Equal(("庐州一号", "Luzhou One"), (books.Root.Name.Zh, books.Root.Name.En));
        Assert.Equal("5000000000.00", books.FactOn(fund, FactNames.TargetSize, new DateOnly(2023, 1, 3), Domain.Values.Stamp.Max)?.Value);
        Assert.Equal(EdgeKind.Own, Assert.Single(books.Edges).Kind);
    }

    [Fact]
    public async Task A_command_leaves_one_audit_entry_that_names_who_and_what()
    {
        await using var host = await TestHost.Create();

        await host.Must(SetUp, Actors.Manager1);

        var entry = await host.Look(db => db.Audit.SingleAsync());
        Assert.Equal(("manager1", "SetUpMotherFund"), (entry.User, entry.Action));
        Assert.Contains("庐州一号", entry.Input, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_command_changes_nothing_and_leaves_no_audit_entry()
    {
        await using var host = await TestHost.Create();
        await host.Must(SetUp, Actors.Manager1);

        var refused = await host.Send(SetUp, Actors.Manager1);

        Assert.Equal("pipeline.codeTaken", refused.Error.Code);
        Assert.Equal((1, 1), await host.Look(async db => (await db.Nodes.CountAsync(), await db.Audit.CountAsync())));
    }

    [Fact]
    public async Task A_role_that_may_not_send_a_command_is_refused()
    {
        await using var host = await TestHost.Create();

        var refused = await host.Send(SetUp, Actors.Auditor1);

        Assert.Equal("pipeline.notAllowed", refused.Error.Code);
    }
}
