using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.SqlServer.Dac.Model;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace FundTracker.Persistence.Tests.SqlServerNet;

/// <summary>
/// SQL Server's own parser and name resolution, without a server: the schema of the migrations, and each statement as a procedure on it.
/// It resolves tables and columns; it does not check types, counts of arguments or GROUP BY.
/// </summary>
internal sealed class TSqlNet : IDisposable
{
    private readonly TSqlModel model = new(SqlServerVersion.Sql160, new TSqlModelOptions());
    private readonly List<string> faults = [];
    private readonly Dictionary<string, Statement> statements = [];
    private readonly Dictionary<string, CreateViewStatement> lastViews = [];
    private ILookup<string, string> columnsAdded = Array.Empty<string>().ToLookup(_ => "");

    /// <summary>A net over the schema that the migrations make.</summary>
    public static TSqlNet OverMigrations()
    {
        var net = new TSqlNet();
        var batches = Batches(MigrationScript(MigrationsSqlGenerationOptions.Default));
        net.columnsAdded = batches.SelectMany(batch => batch.Statements).OfType<AlterTableAddTableElementStatement>()
            .SelectMany(added => added.Definition.ColumnDefinitions, (added, column) => (Table: NameOf(added), Column: Text(column)))
            .ToLookup(added => added.Table, added => added.Column);
        foreach (var view in batches.SelectMany(Views)) net.lastViews[NameOf(view)] = view;
        foreach (var batch in batches) net.AddBatch(batch);
        return net;
    }

    /// <summary>The script that makes the schema on SQL Server.</summary>
    public static string MigrationScript(MigrationsSqlGenerationOptions options)
    {
        using var db = new UnconnectedSqlServer().Open("migrations");
        return db.GetService<IMigrator>().GenerateScript(options: options);
    }

    /// <summary>What the parser says of a script; empty where it can be run.</summary>
    public static IReadOnlyList<string> Parse(string script)
    {
        using var reader = new StringReader(script);
        new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return [.. errors.Select(error => string.Create(CultureInfo.InvariantCulture, $"line {error.Line}: {error.Message}"))];
    }

    /// <summary>Adds a statement.</summary>
    public void Add(Statement statement)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Statement{statements.Count + 1:0000}");
        statements.Add(name, statement);
        AddObject($"CREATE PROCEDURE [dbo].[{name}] {statement.Parameters} AS BEGIN\n{statement.Sql}\nEND", statement.Origin);
    }

    /// <summary>Everything that could not be parsed or names what is not there.</summary>
    public IReadOnlyList<string> Faults()
    {
        foreach (var message in model.Validate())
        {
            var statement = statements.FirstOrDefault(pair => message.Message.Contains(pair.Key, StringComparison.Ordinal)).Value;
            faults.Add($"{message.Prefix}{message.Number}: {message.Message} {statement?.Origin}: {statement?.Sql}");
        }

        return faults;
    }

    /// <summary>The statements that name nothing that is not there.</summary>
    public IReadOnlyList<Statement> Faultless()
    {
        var messages = model.Validate().Select(message => message.Message).ToList();
        return [.. statements.Where(pair => !messages.Exists(message => message.Contains(pair.Key, StringComparison.Ordinal))).Select(pair => pair.Value)];
    }

    public void Dispose() => model.Dispose();

    private void AddBatch(TSqlBatch batch)
    {
        foreach (var statement in batch.Statements)
        {
            switch (statement)
            {
                case AlterTableAddTableElementStatement { Definition.ColumnDefinitions.Count: > 0 }:
                    break;
                case CreateTableStatement table when columnsAdded.Contains(NameOf(table)):
                    AddObject(WithColumns(Text(table), columnsAdded[NameOf(table)]), "migrations");
                    break;
                // The model takes nothing away: of a view that is dropped and made again, the last is made.
                case CreateViewStatement view when Text(view) != Text(lastViews[NameOf(view)]):
                    break;
                case CreateTableStatement or CreateIndexStatement or CreateViewStatement or CreateTriggerStatement or AlterTableStatement:
                    AddObject(Text(statement), "migrations");
                    break;
                case IfStatement { ThenStatement: BeginEndBlockStatement { StatementList.Statements: [CreateTableStatement history] } }:
                    AddObject(Text(history), "migrations");
                    break;
                case ExecuteStatement handing when HandedOver(handing) is { } batches:
                    foreach (var inner in batches) AddBatch(inner);
                    break;
                default:
                    Add(new Statement("migrations", Text(statement), ""));
                    break;
            }
        }
    }

    private static IEnumerable<CreateViewStatement> Views(TSqlBatch batch) => batch.Statements.SelectMany(statement => statement switch
    {
        CreateViewStatement view => [view],
        ExecuteStatement handing => HandedOver(handing)?.SelectMany(Views) ?? [],
        _ => (IEnumerable<CreateViewStatement>)[],
    });

    /// <summary>What a statement hands over as text to be run; null where it hands over none.</summary>
    private static IList<TSqlBatch>? HandedOver(ExecuteStatement statement) =>
        statement.ExecuteSpecification.ExecutableEntity is ExecutableStringList { Strings: [StringLiteral text] } ? Batches(text.Value) : null;

    private static string NameOf(CreateViewStatement view) => view.SchemaObjectName.BaseIdentifier.Value;

    private static string NameOf(AlterTableStatement altered) => altered.SchemaObjectName.BaseIdentifier.Value;

    private static string NameOf(CreateTableStatement made) => made.SchemaObjectName.BaseIdentifier.Value;

    /// <summary>The model takes no added column: a table is made with all the columns that it will have.</summary>
    private static string WithColumns(string table, IEnumerable<string> columns) =>
        table.Insert(table.LastIndexOf(')'), ", " + string.Join(", ", columns));

    private static string Text(TSqlFragment part) =>
        string.Concat(part.ScriptTokenStream.Take(part.LastTokenIndex + 1).Skip(part.FirstTokenIndex).Select(token => token.Text));

    private void AddObject(string sql, string origin)
    {
        try
        {
            model.AddObjects(sql);
        }
        catch (DacModelException failure)
        {
            faults.Add($"{origin}: {failure.Message} {sql}");
        }
    }

    private static IList<TSqlBatch> Batches(string script)
    {
        using var reader = new StringReader(script);
        var parsed = (TSqlScript)new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors.Count == 0 ? parsed.Batches : throw new InvalidOperationException(errors[0].Message);
    }
}
