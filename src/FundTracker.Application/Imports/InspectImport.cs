using FluentValidation;
using FundTracker.Application.Imports.Positions;
using FundTracker.Application.Pipeline;
using FundTracker.Domain.Results;
using MediatR;

namespace FundTracker.Application.Imports;

/// <summary>Looks at a file before it is imported: what it seems to be, into which books it would go, which columns it has.</summary>
public static class InspectImport
{
    /// <summary>Looks at a file.</summary>
    /// <param name="FileName">Its name.</param>
    /// <param name="Content">Its bytes.</param>
    [Recorders]
    public sealed record Query(string FileName, byte[] Content) : IQuery<Inspection>;

    /// <summary>What a file seems to be.</summary>
    /// <param name="Kind">A workbook of records, or a position table.</param>
    /// <param name="Books">Code of the mother fund: from the Funds sheet, else from the name of the file.</param>
    /// <param name="NamesBooks">Whether the file itself names its mother fund.</param>
    /// <param name="Sheets">What stands in it.</param>
    public sealed record Inspection(ImportKind Kind, string Books, bool NamesBooks, IReadOnlyList<Sheet> Sheets);

    /// <summary>One sheet.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Rows">How many rows hold anything.</param>
    /// <param name="Columns">Its columns, in order.</param>
    public sealed record Sheet(string Name, int Rows, IReadOnlyList<Column> Columns);

    /// <summary>One column.</summary>
    /// <param name="Name">Its header.</param>
    /// <param name="Measure">What it seems to say in a position table; null where nothing known.</param>
    /// <param name="Unit">Unit that its name says; null where it says none.</param>
    /// <param name="Sample">The first value that is not blank; empty where there is none.</param>
    public sealed record Column(string Name, PositionMeasure? Measure, decimal? Unit, string Sample);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(q => q.FileName).HasFileName();
            RuleFor(q => q.Content).HasFile();
        }
    }

    internal sealed class Handler(IImportFileReader reader) : IRequestHandler<Query, Result<Inspection>>
    {
        public Task<Result<Inspection>> Handle(Query q, CancellationToken cancellation) =>
            Task.FromResult(reader.Read(q.FileName, q.Content).Map(sheets => Look(q.FileName, sheets)));

        private static Inspection Look(string fileName, IReadOnlyList<ImportSheet> sheets)
        {
            var isWorkbook = WorkbookSheets.Recognise(sheets) is not null;
            var named = WorkbookSheets.MotherFund(sheets);
            return new Inspection(
                isWorkbook ? ImportKind.Workbook : ImportKind.Positions, named ?? FundCodes.OfFile(fileName), NamesBooks: named is not null,
                [.. sheets.Select(sheet => new Sheet(sheet.Name, sheet.Rows.Count, [.. sheet.Columns.Select(column => Describe(sheet, column))]))]);
        }

        private static Column Describe(ImportSheet sheet, string column)
        {
            var found = PositionColumns.Recognise(column);
            var sample = sheet.Rows.Select(row => row.Cells.GetValueOrDefault(column)?.Text).FirstOrDefault(text => !string.IsNullOrEmpty(text));
            return new Column(column, found?.Measure, found?.Unit, sample ?? "");
        }
    }
}
