using System.Text;
using System.Text.RegularExpressions;
using FundTracker.Persistence.Tests.Samples;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace FundTracker.Persistence.Tests.SqlServerNet;

/// <summary>
/// Statements keep to the T-SQL that servers other than Microsoft's run too, and to limits that SQL Server holds only when a statement runs.
/// </summary>
public sealed partial class PlainSqlTests
{
    private const int NameBytesMax = 63, KeyBytesMax = 1700, ParametersMax = 2000;

    private static readonly string[] MadeByTheEngine = ["DataProtectionKeys", "RoleClaims", "UserClaims"];

    [Fact]
    public void No_name_is_longer_than_the_shortest_limit_of_a_server()
    {
        var names = Tokens(Script()).Where(token => token.TokenType is TSqlTokenType.QuotedIdentifier or TSqlTokenType.Identifier or TSqlTokenType.AsciiStringOrQuotedIdentifier)
            .Select(token => token.Text.Trim('[', ']', '"')).Concat(QuotedName().Matches(Script()).Select(match => match.Groups["name"].Value)).ToHashSet(StringComparer.Ordinal);

        Assert.True(names.Count > 100, $"Only {names.Count} names were found.");
        Assert.DoesNotContain(names, name => Encoding.UTF8.GetByteCount(name) > NameBytesMax);
    }

    [Fact]
    public void A_table_has_triggers_in_the_migrations_where_the_model_says_so_and_nowhere_else()
    {
        using var db = new UnconnectedSqlServer().Open("model");
        var inTheModel = db.Model.GetEntityTypes().Where(type => type.GetDeclaredTriggers().Any()).Select(type => type.GetTableName()!);

        Assert.Equal(inTheModel.Order(StringComparer.Ordinal), Trigger().Matches(Script()).Select(match => match.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rows_are_written_without_MERGE_and_counted_without_OUTPUT()
    {
        var written = SqlServerSqlTests.WriteEachState();

        Assert.Contains(written, statement => statement.Sql.Contains("@@ROWCOUNT", StringComparison.Ordinal));
        Assert.DoesNotContain(written, statement => Uses(statement, TSqlTokenType.Merge));
        Assert.DoesNotContain(written, statement => Says(statement, "OUTPUT") && !Array.Exists(MadeByTheEngine, table => statement.Sql.Contains($"[{table}]", StringComparison.Ordinal)));
        Assert.DoesNotContain(written, statement => Says(statement, "scope_identity"));
    }

    [Fact]
    public void Many_rows_at_once_are_written_without_MERGE()
    {
        var server = new UnconnectedSqlServer();
        using var db = server.Open("two of each");
        foreach (var missing in (bool[])[true, false])
        {
            foreach (var (type, entity) in new ModelSampler(db.Model, missing).All())
                if (!MadeByTheEngine.Contains(type.GetTableName())) db.Add(entity);
        }

        db.SaveChanges();

        Assert.Contains(server.Statements, statement => Uses(statement, TSqlTokenType.Values));
        Assert.DoesNotContain(server.Statements, statement => Uses(statement, TSqlTokenType.Merge));
    }

    [Fact]
    public void No_key_or_index_is_on_a_text_without_a_length_or_wider_than_SQL_Server_takes()
    {
        using var db = new UnconnectedSqlServer().Open("model");
        // What Identity brings is known to be wide; it warns when made, and the product stores nothing so long.
        var ours = db.Model.GetEntityTypes().Where(type => type.ClrType.Namespace!.StartsWith("FundTracker", StringComparison.Ordinal)).ToList();
        var keys = ours.SelectMany(type => type.GetKeys()).Select(key => (Of: key.DeclaringEntityType, key.Properties))
            .Concat(ours.SelectMany(type => type.GetIndexes()).Select(index => (Of: index.DeclaringEntityType, index.Properties))).ToList();

        Assert.True(keys.Count > 30, $"Only {keys.Count} keys were found.");
        Assert.Empty(keys.Where(key => key.Properties.Sum(Bytes) > KeyBytesMax).Select(key => $"{key.Of.DisplayName()}: {string.Join(", ", key.Properties.Select(property => property.Name))}"));
    }

    [Fact]
    public void A_unique_index_on_what_may_be_missing_leaves_out_what_is_missing()
    {
        using var db = new UnconnectedSqlServer().Open("model");

        Assert.Empty(db.Model.GetEntityTypes().SelectMany(type => type.GetIndexes())
            .Where(index => index.IsUnique && index.Properties.Any(property => property.IsNullable) && index.GetFilter() is null).Select(index => index.GetDatabaseName()));
    }

    [Fact]
    public void A_deletion_reaches_no_table_by_two_ways()
    {
        using var db = new UnconnectedSqlServer().Open("model");
        var cascades = db.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys())
            .Where(key => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull)
            .ToLookup(key => key.PrincipalEntityType.GetTableName()!, key => key.DeclaringEntityType.GetTableName()!);

        Assert.NotEmpty(cascades);
        foreach (var start in cascades.Select(group => group.Key))
        {
            var reached = new List<string> { start };
            for (var i = 0; i < reached.Count; i++)
            {
                foreach (var next in cascades[reached[i]])
                {
                    Assert.DoesNotContain(next, reached);
                    reached.Add(next);
                }
            }
        }
    }

    [Fact]
    public void A_trigger_in_the_place_of_a_deletion_stands_on_no_table_to_which_a_deletion_comes_down()
    {
        using var db = new UnconnectedSqlServer().Open("model");
        var below = db.Model.GetEntityTypes().Where(type => type.GetForeignKeys().Any(key => key.DeleteBehavior is DeleteBehavior.Cascade or DeleteBehavior.SetNull))
            .Select(type => type.GetTableName());

        Assert.Empty(InsteadOf().Matches(Script()).Select(match => match.Groups["name"].Value).Intersect(below));
    }

    /// <summary>Holds collected queries to plain T-SQL.</summary>
    internal static void AssertPlain(IEnumerable<Statement> statements) => Assert.Empty(statements.Select(statement => (statement, Fault: FaultOf(statement)))
        .Where(pair => pair.Fault.Length > 0).Select(pair => $"{pair.Fault}: {pair.statement.Origin}: {pair.statement.Sql}"));

    [Theory]
    [InlineData("SELECT SUM((SELECT COUNT(*) FROM [Edges])) FROM [Nodes]", "an aggregate of a subquery")]
    [InlineData("SELECT MAX(CASE WHEN EXISTS (SELECT 1 FROM [Edges]) THEN 1 ELSE 0 END) FROM [Nodes]", "an aggregate of a subquery")]
    [InlineData("SELECT [Id] FROM [Nodes] WHERE [Id] IN (SELECT [value] FROM OPENJSON(@p))", "OPENJSON")]
    [InlineData("SELECT DISTINCT [Kind] FROM [Nodes] ORDER BY [Id]", "DISTINCT ordered by what is not selected")]
    [InlineData("SELECT [n].[Id] FROM [Nodes] AS [n] CROSS APPLY (SELECT TOP(1) 1 AS [x]) AS [a]", "")]
    [InlineData("SELECT COUNT(*) FROM [Nodes] WHERE EXISTS (SELECT 1 FROM [Edges])", "")]
    public void A_query_that_is_not_plain_is_caught(string sql, string fault) => Assert.Equal(fault, FaultOf(new Statement("", sql, "")));

    private static string FaultOf(Statement statement)
    {
        var watch = new Watch();
        Parse(statement.Sql).Accept(watch);
        if (watch.Fault.Length > 0) return watch.Fault;
        foreach (var word in (string[])["OPENJSON", "JSON_VALUE", "STRING_AGG", "GREATEST", "LEAST", "AT TIME ZONE"]) if (Says(statement, word)) return word;
        return statement.Parameters.Split(", @").Length > ParametersMax ? "too many parameters" : "";
    }

    private static int Bytes(IProperty property) => property.GetColumnType() switch
    {
        var type when type.EndsWith("(max)", StringComparison.Ordinal) => int.MaxValue / 4,
        var type when type.StartsWith("nvarchar", StringComparison.Ordinal) => 2 * property.GetMaxLength()!.Value,
        var type when type.StartsWith("var", StringComparison.Ordinal) => property.GetMaxLength()!.Value,
        _ => 8,
    };

    private static string Script() => TSqlNet.MigrationScript(MigrationsSqlGenerationOptions.Default);

    private static TSqlFragment Parse(string sql)
    {
        using var reader = new StringReader(sql);
        return new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out _);
    }

    private static IEnumerable<TSqlParserToken> Tokens(string sql) => Parse(sql).ScriptTokenStream;

    private static bool Uses(Statement statement, TSqlTokenType type) => Tokens(statement.Sql).Any(token => token.TokenType == type);

    private static bool Says(Statement statement, string word) => Tokens(statement.Sql).Any(token => string.Equals(token.Text, word, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex("CREATE (?:TRIGGER|VIEW|INDEX) \"(?<name>\\w+)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex QuotedName();

    [GeneratedRegex("CREATE TRIGGER \"\\w+\" ON \"(?<name>\\w+)\"", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Trigger();

    [GeneratedRegex("ON \"(?<name>\\w+)\" INSTEAD OF", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex InsteadOf();

    /// <summary>Looks for what SQL Server refuses only when it compiles a statement.</summary>
    private sealed class Watch : TSqlFragmentVisitor
    {
        private static readonly string[] Aggregates = ["SUM", "MAX", "MIN", "AVG", "COUNT", "COUNT_BIG"];

        public string Fault { get; private set; } = "";

        public override void Visit(FunctionCall node)
        {
            if (!Aggregates.Contains(node.FunctionName.Value, StringComparer.OrdinalIgnoreCase)) return;
            var inside = new Inside();
            foreach (var parameter in node.Parameters) parameter.Accept(inside);
            if (inside.HasQuery) Fault = "an aggregate of a subquery";
        }

        public override void Visit(QuerySpecification node)
        {
            if (node.UniqueRowFilter != UniqueRowFilter.Distinct || node.OrderByClause is null) return;
            var selected = node.SelectElements.OfType<SelectScalarExpression>().SelectMany(one => new[] { Text(one.Expression), one.ColumnName?.Value is { } name ? $"[{name}]" : "" }).ToHashSet(StringComparer.Ordinal);
            if (node.OrderByClause.OrderByElements.Any(element => !selected.Contains(Text(element.Expression)))) Fault = "DISTINCT ordered by what is not selected";
        }

        private static string Text(TSqlFragment part) =>
            string.Concat(part.ScriptTokenStream.Take(part.LastTokenIndex + 1).Skip(part.FirstTokenIndex).Select(token => token.Text));

        private sealed class Inside : TSqlFragmentVisitor
        {
            public bool HasQuery { get; private set; }

            public override void Visit(QuerySpecification node) => HasQuery = true;
        }
    }
}
