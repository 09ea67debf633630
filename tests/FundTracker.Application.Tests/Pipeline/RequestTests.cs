using System.Reflection;
using System.Runtime.CompilerServices;
using FluentValidation;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Testing.Databases;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using static FundTracker.Application.Tests.World;

namespace FundTracker.Application.Tests.Pipeline;

/// <summary>What holds for every request: who may send it, that it is checked, that it stays in scope.</summary>
public sealed class RequestTests(EmptyHost empty) : IClassFixture<EmptyHost>
{
    private const string M = "FundManager", A = "Approver", C = "CommitteeMember", U = "Auditor", S = "SubFundManager", D = "Administrator";

    /// <summary>Requests of the day's work and the roles that may send them.</summary>
    private static readonly Dictionary<string, string[]> Table = new(StringComparer.Ordinal)
    {
        ["Approvals.ApproveVoucher"] = [A],
        ["Approvals.RejectVoucher"] = [A],
        ["Approvals.WithdrawVoucher"] = [M, A, S],
        ["Approvals.ForeseeVoucher"] = [M, A, C, U],
        ["Approvals.GetVoucher"] = [M, A, C, U],
        ["Approvals.ListPending"] = [M, A, C, U],
        ["CapitalCalls.ApproveCapitalCall"] = [A],
        ["CapitalCalls.ForeseeCapitalCall"] = [M, A, C, U],
        ["CapitalCalls.RejectCapitalCall"] = [A],
        ["CapitalCalls.CancelCapitalCall"] = [M, A],
        ["CapitalCalls.DraftCapitalCall"] = [M, A],
        ["CapitalCalls.IssueCapitalCall"] = [M, A],
        ["CapitalCalls.RecordPayment"] = [M, A],
        ["CapitalCalls.SubmitCapitalCall"] = [M, A],
        ["CapitalCalls.WithdrawCapitalCall"] = [M, A],
        ["CapitalCalls.PreviewCapitalCall"] = [M, A, C, U],
        ["CapitalCalls.GetCapitalCall"] = [M, A, C, U],
        ["CapitalCalls.ListCapitalCalls"] = [M, A, C, U, S],
        ["Documents.AttachDocument"] = [M, A, S],
        ["Documents.GetDocument"] = [M, A, C, U],
        ["Documents.ListDocuments"] = [M, A, C, U],
        ["Funds.SetUpMotherFund"] = [M, A],
        ["Funds.OpenSubFund"] = [M, A],
        ["Funds.RegisterCompany"] = [M, A],
        ["Funds.RegisterInvestor"] = [M, A],
        ["Funds.StateFact"] = [M, A],
        ["Funds.GetFund"] = [M, A, C, U, S],
        ["Funds.GetCompany"] = [M, A, C, U],
        ["Funds.GetMembers"] = [M, A, C, U],
        ["Funds.ListCompanies"] = [M, A, C, U],
        ["Funds.ListMotherFunds"] = [M, A, C, U, D, S],
        ["Ledger.FindUnseen"] = [M, A, C, U],
        ["Ledger.GetLedger"] = [M, A, C, U, S],
        ["Ledger.GetLine"] = [M, A, C, U],
        ["Ledger.ListAudit"] = [M, A, C, U],
        ["Ledger.ListInstallationAudit"] = [U, D],
        ["Ledger.VerifyAudit"] = [M, A, C, U, D],
        ["Ledger.VerifyLedger"] = [M, A, C, U],
        ["Periods.CloseQuarter"] = [A],
        ["Periods.HoldQuarter"] = [A],
        ["Periods.ReopenQuarter"] = [A],
        ["Periods.GetCalendar"] = [M, A, C, U],
        ["Plans.AddTranche"] = [M, A],
        ["Plans.DrawUpPlan"] = [M, A],
        ["Plans.TickCondition"] = [M, A],
        ["Plans.GetPlan"] = [M, A, C, U],
        ["Plans.GetRollingUse"] = [M, A, C, U],
        ["Records.ChangeCommitment"] = [M, A],
        ["Records.RecordCommitment"] = [M, A],
        ["Records.RecordDistribution"] = [M, A],
        ["Records.RecordDividend"] = [M, A],
        ["Records.RecordExit"] = [M, A],
        ["Records.RecordFundCash"] = [M, A],
        ["Records.ExchangeCurrency"] = [M, A],
        ["Records.RecordInKind"] = [M, A],
        ["Records.RecordInvestment"] = [M, A],
        ["Records.RecordNav"] = [M, A, S],
        ["Records.RecordValuation"] = [M, A],
        ["Records.ReverseLine"] = [M, A],
        ["Users.AddUser"] = [D],
        ["Users.ChangeAccess"] = [D],
        ["Users.ChangeOwnPassword"] = [M, A, C, U, S, D],
        ["Users.ListUsers"] = [D],
        ["Users.LockUser"] = [D],
        ["Users.SetPassword"] = [D],
    };

    private static readonly Type[] Requests =
    [
        .. typeof(IDispatcher).Assembly.GetTypes().Where(type => !type.IsInterface && !type.IsAbstract
            && Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>))),
    ];

    private static readonly string[] OurFolders = ["Approvals", "CapitalCalls", "Documents", "Funds", "Ledger", "Periods", "Plans", "Records", "Users"];

    public static TheoryData<string> Names => new(Table.Keys);

    [Fact]
    public void Every_request_says_who_may_send_it() =>
        Assert.All(Requests, request => Assert.NotNull(request.GetCustomAttribute<AllowedToAttribute>()));

    [Fact]
    public void Every_request_of_the_days_work_stands_in_the_table_with_its_roles()
    {
        var ours = Requests.Where(request => OurFolders.Contains(request.Namespace!.Split('.')[^1])).ToDictionary(NameOf, Roles);
        Assert.Equal(
            Table.Select(row => $"{row.Key}: {string.Join(' ', row.Value.Order())}").Order(),
            ours.Select(row => $"{row.Key}: {string.Join(' ', row.Value.Order())}").Order());
    }

    [Fact]
    public void Nobody_but_those_who_record_or_approve_changes_books_and_the_committee_where_it_evaluates_and_resolves()
    {
        Role[] writers = [Role.FundManager, Role.Approver, Role.SubFundManager];
        string[] committeeFolders = ["Evaluations", "Committees"];
        var commands = Requests.Where(IsCommand).Where(request => request.IsAssignableTo(typeof(IWithinBooks))).ToList();
        Assert.NotEmpty(commands);
        Assert.All(commands, request =>
        {
            var isCommittees = committeeFolders.Any(folder => request.Namespace!.EndsWith(folder, StringComparison.Ordinal));
            Role[] allowed = isCommittees ? [.. writers, Role.CommitteeMember] : writers;
            Assert.Empty(request.GetCustomAttribute<AllowedToAttribute>()!.Roles.Except(allowed));
        });
    }

    [Fact]
    public async Task Every_command_is_checked_by_a_validator()
    {
        await using var scope = empty.Host.Services.CreateAsyncScope();
        Assert.All(Requests.Where(IsCommand), request =>
            Assert.NotEmpty(scope.ServiceProvider.GetServices(typeof(IValidator<>).MakeGenericType(request))));
    }

    [Fact]
    public async Task Every_request_has_a_handler()
    {
        await using var scope = empty.Host.Services.CreateAsyncScope();
        Assert.All(Requests, request => Assert.NotNull(scope.ServiceProvider.GetRequiredService(HandlerOf(request))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_role_may_send_what_the_table_says_and_nothing_else(string name)
    {
        var request = Requests.Single(type => NameOf(type) == name);
        foreach (var role in Enum.GetValues<Role>())
        {
            var errors = await SendEmpty(empty.Host, request, Actors.Of("someone", role) with { Books = new HashSet<string>(StringComparer.Ordinal) });
            var isAllowed = Table[name].Contains(role.ToString(), StringComparer.Ordinal);
            if (!isAllowed) Assert.Equal("pipeline.notAllowed", Assert.Single(errors).Code);
            else if (request.IsAssignableTo(typeof(IWithinBooks))) Assert.Equal("pipeline.notFound", Assert.Single(errors).Code);
        }
    }

    /// <summary>Sends a request without content: authorisation speaks before anything looks into it.</summary>
    private static async Task<IReadOnlyList<DomainError>> SendEmpty(TestHost host, Type request, Actor actor)
    {
        var isOpen = !request.IsAssignableTo(typeof(IWithinBooks)) && actor.IsAny(request.GetCustomAttribute<AllowedToAttribute>()!.Roles);
        if (isOpen) return [];
        var blank = RuntimeHelpers.GetUninitializedObject(request);
        if (request.IsAssignableTo(typeof(IWithinBooks))) request.GetProperty("Books")?.SetMethod?.Invoke(blank, [Mf]);
        var send = typeof(IDispatcher).GetMethod(nameof(IDispatcher.Send))!.MakeGenericMethod(CarriedBy(request));
        var sent = (Task)send.Invoke(host.Dispatcher, [blank, actor, CancellationToken.None])!;
        await sent;
        return ((IOutcome)sent.GetType().GetProperty("Result")!.GetValue(sent)!).Errors;
    }

    private static Type HandlerOf(Type request) =>
        typeof(IRequestHandler<,>).MakeGenericType(request, typeof(Result<>).MakeGenericType(CarriedBy(request)));

    private static Type CarriedBy(Type request) => request.GetInterfaces()
        .Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)).GetGenericArguments()[0].GetGenericArguments()[0];

    private static bool IsCommand(Type request) =>
        Array.Exists(request.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>));

    private static string NameOf(Type request) => $"{request.Namespace!.Split('.')[^1]}.{request.DeclaringType!.Name}";

    private static IEnumerable<string> Roles(Type request) =>
        request.GetCustomAttribute<AllowedToAttribute>()!.Roles.Select(role => role.ToString());
}

/// <summary>A host without books that all tests of a class share; none of them writes.</summary>
public sealed class EmptyHost : IAsyncLifetime
{
    private TestHost? host;

    public TestHost Host => host ?? throw new InvalidOperationException("The host is made before the first test.");

    public async ValueTask InitializeAsync() => host = await TestHost.Create();

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
