using System.Reflection;
using System.Security.Claims;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using FundTracker.Persistence.Books;
using FundTracker.Persistence.Tests.Samples;
using FundTracker.Persistence.Users;
using FundTracker.Testing.Databases;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection;

namespace FundTracker.Persistence.Tests.SqlServerNet;

/// <summary>Every statement that the product sends to SQL Server is read by SQL Server's own parser and finds its tables and columns, without a server.</summary>
public sealed class SqlServerSqlTests
{
    private static readonly Actor Everyone = Actors.Of("everyone", Enum.GetValues<Role>());

    [Fact]
    public void The_migrations_make_a_schema_in_which_every_name_is_known()
    {
        using var net = TSqlNet.OverMigrations();

        Assert.Empty(net.Faults());
    }

    [Fact]
    public void The_migrations_can_be_scripted_for_a_database_of_unknown_state() =>
        Assert.Empty(TSqlNet.Parse(TSqlNet.MigrationScript(MigrationsSqlGenerationOptions.Idempotent)));

    [Fact]
    public void Every_entity_type_is_inserted_updated_and_deleted_in_columns_that_are_there()
    {
        var written = WriteEachState();
        using var net = TSqlNet.OverMigrations();
        foreach (var statement in written) net.Add(statement);

        Assert.NotEmpty(written);
        Assert.Empty(net.Faults());
    }

    [Fact]
    public async Task Every_query_of_the_use_cases_asks_for_tables_and_columns_that_are_there()
    {
        IReadOnlyList<string> unreached = [];
        var statements = await Collect(async (host, collector) => unreached = await RunUseCases(host, collector));

        Assert.True(unreached.Count == 0, "Validators let no filled request through: " + string.Join("; ", unreached));
        AssertHeld(statements, atLeast: 50);
    }

    [Fact]
    public async Task Every_query_of_the_accounts_asks_for_tables_and_columns_that_are_there()
    {
        var statements = await Collect((host, collector) => RunAccounts(host, collector));

        AssertHeld(statements, atLeast: 10);
    }

    [Fact]
    public void The_statement_that_reads_the_tail_of_the_ledger_asks_for_columns_that_are_there()
    {
        using var net = TSqlNet.OverMigrations();
        net.Add(new Statement("tail", LineReader.Sql, "@from bigint, @to bigint"));

        Assert.Empty(net.Faults());
    }

    [Fact]
    public void Raw_SQL_stands_only_where_this_net_or_a_test_of_its_own_holds_it()
    {
        string[] raw = ["CommandText", "FromSql", "ExecuteSql", "SqlQuery"];
        var files = Directory.EnumerateFiles(Path.Combine(Root(), "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => raw.Any(word => File.ReadAllText(file).Contains(word, StringComparison.Ordinal))).Select(Path.GetFileName).Order(StringComparer.Ordinal);

        Assert.Equal(["Engine.cs", "LineReader.cs"], files);
    }

    [Theory]
    [InlineData("an unknown column", "SELECT \"Amount\" FROM \"LedgerLines\"", "Amount")]
    [InlineData("an unknown table", "SELECT \"Id\" FROM \"LedgerLine\"", "LedgerLine")]
    [InlineData("an unknown column of a view", "SELECT [AmountMinor] FROM [LedgerLinesDecimal]", "AmountMinor")]
    [InlineData("an unknown column in an update", "UPDATE [Books] SET [Versions] = 1 WHERE [MotherFund] = 2", "Versions")]
    [InlineData("no statement at all", "SELECT FROM WHERE", "FROM")]
    public void A_statement_that_SQL_Server_would_refuse_is_caught(string what, string sql, string named)
    {
        using var net = TSqlNet.OverMigrations();
        net.Add(new Statement(what, sql, ""));

        Assert.Contains(net.Faults(), fault => fault.Contains(named, StringComparison.Ordinal));
    }

    /// <summary>What SQL Server would be sent to insert, update and delete one of each kind.</summary>
    internal static IReadOnlyList<Statement> WriteEachState()
    {
        var server = new UnconnectedSqlServer();
        foreach (var state in (EntityState[])[EntityState.Added, EntityState.Modified, EntityState.Deleted]) WriteEach(server, state);
        return server.Statements;
    }

    /// <summary>What SQL Server would be sent for the queries that something compiles on SQLite.</summary>
    private static async Task<IReadOnlyList<Statement>> Collect(Func<TestHost, QueryCollector, Task> run)
    {
        var collector = new QueryCollector();
        using var nothingCompiledYet = new MemoryCache(new MemoryCacheOptions());
        await using var host = await TestHost.Create(services =>
        {
            services.ConfigureDbContext<FundTrackerDb>(options => options.AddInterceptors(collector).UseMemoryCache(nothingCompiledYet));
            services.AddIdentityCore<User>().AddRoles<IdentityRole<long>>().AddEntityFrameworkStores<FundTrackerDb>();
        });
        await run(host, collector);
        var server = new UnconnectedSqlServer();
        collector.WriteAll(server);
        return [.. server.Statements.DistinctBy(statement => statement.Sql)];
    }

    /// <summary>Nothing is amiss on the migrations' schema; and on a schema without tables everything is, so each statement was looked at.</summary>
    private static void AssertHeld(IReadOnlyList<Statement> statements, int atLeast)
    {
        using var net = TSqlNet.OverMigrations();
        using var withoutTables = new TSqlNet();
        foreach (var statement in statements)
        {
            net.Add(statement);
            withoutTables.Add(statement);
        }

        PlainSqlTests.AssertPlain(statements);
        Assert.True(statements.Count >= atLeast, $"Only {statements.Count} statements were collected.");
        Assert.Empty(net.Faults());
        Assert.DoesNotContain(withoutTables.Faultless(), statement => statement.Sql.Contains("FROM", StringComparison.Ordinal));
    }

    private static async Task RunAccounts(TestHost host, QueryCollector collector)
    {
        collector.Origin = "accounts";
        await using var scope = host.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<IdentityRole<long>>>();
        var user = new User { Id = 1, UserName = "manager1", Email = "manager1@example.org" };
        await roles.CreateAsync(new IdentityRole<long>("FundManager") { Id = 1 });
        await users.CreateAsync(user, "Correct-horse-1");
        await users.AddToRoleAsync(user, "FundManager");
        await users.AddLoginAsync(user, new UserLoginInfo("oidc", "key", "name"));
        await users.AddClaimAsync(user, new Claim("type", "value"));
        await users.SetAuthenticationTokenAsync(user, "oidc", "name", "value");
        Assert.NotNull(await users.FindByIdAsync("1"));
        Assert.NotNull(await users.FindByNameAsync("manager1"));
        Assert.NotNull(await users.FindByEmailAsync("manager1@example.org"));
        Assert.NotNull(await users.FindByLoginAsync("oidc", "key"));
        Assert.Single(await users.GetRolesAsync(user));
        Assert.Single(await users.GetClaimsAsync(user));
        Assert.Single(await users.GetLoginsAsync(user));
        Assert.Single(await users.GetUsersInRoleAsync("FundManager"));
        Assert.Empty(await roles.GetClaimsAsync((await roles.FindByNameAsync("FundManager"))!));
        Assert.Equal("value", await users.GetAuthenticationTokenAsync(user, "oidc", "name"));
        await users.RemoveFromRoleAsync(user, "FundManager");
        await users.RemoveClaimAsync(user, new Claim("type", "value"));
        await users.DeleteAsync(user);
        await scope.ServiceProvider.GetRequiredService<FundTrackerDb>().DataProtectionKeys.ToListAsync();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "FundTracker.sln"))) folder = folder.Parent;
        return folder.FullName;
    }

    private static void WriteEach(UnconnectedSqlServer server, EntityState state)
    {
        using var model = server.Open("model");
        foreach (var (type, entity) in new ModelSampler(model.Model, optionalsMissing: false).All())
        {
            using var db = server.Open($"{state} {type.DisplayName()}");
            SetGeneratedKey(type, entity);
            db.Entry(entity).State = state;
            var before = server.Statements.Count;
            try
            {
                db.SaveChanges();
            }
            catch (DbUpdateException) when (server.Statements.Count > before)
            {
                // The statement was written; nobody was there to say that a row was met or which key it was given.
            }

            var hasNothingToUpdate = state == EntityState.Modified && type.GetFlattenedProperties().All(property => property.IsPrimaryKey());
            Assert.True(server.Statements.Count > before || hasNothingToUpdate, $"Nothing was written to {state} {type.DisplayName()}.");
        }
    }

    private static void SetGeneratedKey(IEntityType type, object entity)
    {
        foreach (var property in type.FindPrimaryKey()!.Properties.Where(property => property.ValueGenerated != ValueGenerated.Never))
            property.PropertyInfo!.SetValue(entity, 1);
    }

    /// <summary>Sends every kind of request twice, after a fund, its members and its first documents are there.</summary>
    /// <returns>Requests that no handler saw.</returns>
    private static async Task<IReadOnlyList<string>> RunUseCases(TestHost host, QueryCollector collector)
    {
        var known = await UseCases.Prepare(host, Everyone);
        var filler = new RequestFiller(known);
        var unreached = new List<string>();
        var send = typeof(SqlServerSqlTests).GetMethod(nameof(SendOne), BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (var type in RequestFiller.All)
        {
            collector.Origin = type.FullName!;
            var carried = type.GetInterfaces().First(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(MediatR.IRequest<>)).GetGenericArguments()[0].GetGenericArguments()[0];
            var refusals = new List<string>();
            foreach (var missing in (bool[])[true, false])
                refusals.Add(await (Task<string>)send.MakeGenericMethod(carried).Invoke(null, [host, filler.Make(type, missing)])!);
            if (refusals.TrueForAll(refusal => refusal.StartsWith("input.", StringComparison.Ordinal) || refusal.StartsWith("pipeline.notAllowed", StringComparison.Ordinal)))
                unreached.Add($"{type.FullName}: {string.Join(", ", refusals)}");
        }

        return unreached;
    }

    private static async Task<string> SendOne<T>(TestHost host, MediatR.IRequest<Result<T>> request)
    {
        var result = await host.Send(request, Everyone);
        return result.IsSuccess ? "" : result.Error.ToString();
    }
}
