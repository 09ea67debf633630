using FundTracker.Application.Approvals;
using FundTracker.Application.Exports;
using FundTracker.Application.Funds;
using FundTracker.Application.Ledger;
using FundTracker.Application.Pipeline;
using FundTracker.Application.Records;
using FundTracker.Application.Users;
using FundTracker.Domain.Holdings;
using FundTracker.Persistence.Users;
using FundTracker.Testing.Databases;
using Microsoft.Extensions.DependencyInjection;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Users;

/// <summary>Accounts: who may have which roles, what an administrator can do, what stays out of the audit trail.</summary>
public sealed class UserTests
{
    private const string Secret = "a long enough password";

    [Fact]
    public async Task An_account_that_is_added_acts_with_its_roles_and_scope()
    {
        await using var world = await World.Empty();
        await world.Must(new AddUser.Command("wang.fm", Secret, [Role.FundManager, Role.CommitteeMember], ["mf"]), Actors.Admin1);

        var actor = await Acting(world, "wang.fm");

        Assert.Equal([Role.FundManager, Role.CommitteeMember], actor!.Roles.Order());
        Assert.True(actor.MayEnter(Mf));
        Assert.False(actor.MayEnter("OTHER"));
        Assert.Contains(await world.Must(new ListUsers.Query(), Actors.Admin1), account => account is { Name: "wang.fm", IsLocked: false, IsDemo: false });
    }

    [Fact]
    public async Task A_password_stands_in_no_audit_entry()
    {
        await using var world = await World.Empty();
        await world.Must(new AddUser.Command("fm2", Secret, [Role.FundManager]), Actors.Admin1);
        await world.Must(new SetPassword.Command("fm2", Secret + " two"), Actors.Admin1);

        var entries = (await world.Must(new ListInstallationAudit.Query(), Actors.Admin1)).Entries;

        Assert.Contains(entries, entry => entry.Action == nameof(AddUser) && entry.Input.Contains("\"Password\":\"***\"", StringComparison.Ordinal));
        Assert.DoesNotContain(entries, entry => entry.Input.Contains(Secret, StringComparison.Ordinal));
        var file = await world.Must(new ExportAudit.Query(Kind: FileKind.Csv, Language: "en"), Actors.Admin1);
        Assert.Contains("SetPassword", System.Text.Encoding.UTF8.GetString(file.Content), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Administrator, Role.FundManager)]
    [InlineData(Role.Auditor, Role.Approver)]
    [InlineData(Role.Auditor, Role.Administrator)]
    public async Task Roles_that_exclude_each_other_are_refused(Role one, Role other)
    {
        await using var world = await World.Empty();
        await world.Refuses("users.rolesExclude", new AddUser.Command("both", Secret, [one, other]), Actors.Admin1);
        Assert.Null(await Acting(world, "both"));
    }

    [Fact]
    public async Task What_is_wrong_with_an_account_is_said_and_nothing_is_kept()
    {
        await using var world = await World.Empty();
        await world.Refuses("users.weakPassword", new AddUser.Command("fm2", "short", [Role.FundManager]), Actors.Admin1);
        await world.Refuses("users.nameForm", new AddUser.Command("fm 2", Secret, [Role.FundManager]), Actors.Admin1);
        await world.Refuses("input.required", new AddUser.Command("fm2", Secret, []), Actors.Admin1);
        await world.Refuses("pipeline.notFound", new AddUser.Command("fm2", Secret, [Role.FundManager], ["NONE"]), Actors.Admin1);
        await world.Refuses("users.subFundNeeded", new AddUser.Command("fm2", Secret, [Role.SubFundManager], [Mf]), Actors.Admin1);
        await world.Refuses("users.oneMotherFund", new AddUser.Command("fm2", Secret, [Role.SubFundManager], null, "SUB"), Actors.Admin1);
        await world.Refuses("pipeline.notFound", new AddUser.Command("fm2", Secret, [Role.SubFundManager], [Mf], "NONE"), Actors.Admin1);
        await world.Refuses("pipeline.notAllowed", new AddUser.Command("fm2", Secret, [Role.FundManager]), Actors.Manager1);
        Assert.Empty(await world.Must(new ListUsers.Query(), Actors.Admin1));
        await world.Must(new AddUser.Command("fm2", Secret, [Role.FundManager]), Actors.Admin1);
        await world.Refuses("users.nameTaken", new AddUser.Command("FM2", Secret, [Role.FundManager]), Actors.Admin1);
    }

    [Fact]
    public async Task An_administrator_changes_and_locks_others_and_not_itself()
    {
        await using var world = await World.Empty();
        await world.Must(new AddUser.Command("admin1", Secret, [Role.Administrator]), Actors.Admin1);
        await world.Must(new AddUser.Command("fm2", Secret, [Role.FundManager]), Actors.Admin1);

        await world.Must(new ChangeAccess.Command("fm2", [Role.Auditor], [Mf]), Actors.Admin1);
        Assert.Equal([Role.Auditor], (await Acting(world, "fm2"))!.Roles);
        await world.Must(new LockUser.Command("fm2", Locked: true), Actors.Admin1);
        Assert.Null(await Acting(world, "fm2"));
        await world.Must(new LockUser.Command("fm2", Locked: false), Actors.Admin1);
        Assert.NotNull(await Acting(world, "fm2"));

        await world.Refuses("users.notOneself", new LockUser.Command("admin1", Locked: true), Actors.Admin1);
        await world.Refuses("users.notOneself", new ChangeAccess.Command("admin1", [Role.Auditor]), Actors.Admin1);
        await world.Refuses("pipeline.notFound", new LockUser.Command("nobody", Locked: true), Actors.Admin1);
    }

    [Fact]
    public async Task Everyone_changes_the_own_password_by_knowing_it()
    {
        await using var world = await World.Empty();
        await world.Must(new AddUser.Command("fm2", Secret, [Role.SubFundManager], [Mf], "SUB"), Actors.Admin1);
        var actor = (await Acting(world, "fm2"))!;

        await world.Refuses("users.wrongPassword", new ChangeOwnPassword.Command("not the one at all", Secret + "2"), actor);
        await world.Refuses("users.weakPassword", new ChangeOwnPassword.Command(Secret, "short"), actor);
        await world.Must(new ChangeOwnPassword.Command(Secret, Secret + "2"), actor);
        await world.Refuses("users.wrongPassword", new ChangeOwnPassword.Command(Secret, Secret + "3"), actor);
    }

    [Fact]
    public async Task A_sub_funds_manager_hands_in_a_value_and_takes_only_its_own_back()
    {
        await using var world = await World.Funded();
        var outsider = Actors.SubFundManagerOf("SUB").Within(Mf);
        var nav = new RecordNav.Command(Mf, "SUB", Day("2023-06-30"), 101m, ValuationMethod.ManagerStatement, "Q2");
        var own = await world.Must(nav, outsider);
        var other = await world.Must(nav with { Amount = 102m }, Actors.Manager1);

        Assert.Equal([Mf], (await world.Must(new ListMotherFunds.Query(), outsider)).Select(row => row.Code));
        Assert.False((await world.Host.Send(new WithdrawVoucher.Command(Mf, other), outsider)).IsSuccess);
        await world.Must(new WithdrawVoucher.Command(Mf, own), outsider);
        Assert.Equal([other], (await world.Must(new GetFund.Query(Mf, "SUB", Day("2023-06-30")), outsider)).Pending.Select(voucher => voucher.Id));
    }

    [Fact]
    public async Task The_installations_trail_is_for_those_who_see_all_books()
    {
        await using var world = await World.Empty();
        await world.Refuses("pipeline.notAllowed", new ExportAudit.Query(), Actors.Auditor1.Within(Mf));
        await world.Refuses("pipeline.notAllowed", new ExportAudit.Query(), Actors.Manager1);
        await world.Refuses("pipeline.notAllowed", new ExportAudit.Query(Mf), Actors.Admin1);
        await world.Refuses("pipeline.notFound", new ExportAudit.Query(Mf), Actors.Auditor1.Within("OTHER"));
        Assert.NotEmpty((await world.Must(new ExportAudit.Query(Mf), Actors.Auditor1)).Content);
    }

    private static async Task<Actor?> Acting(World world, string name)
    {
        await using var scope = world.Host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Accounts>().ActorOf(name, Channel.Cli);
    }
}
