using System.Text.Json.Serialization;

namespace FundTracker.Reports.Blocks;

/// <summary>A table. Its head repeats on every page that it reaches.</summary>
public sealed class Table : Block
{
    public string? Title { get; init; }

    /// <summary>Unit of the amounts, printed at the right of the title; null where each column names its own.</summary>
    public string? Unit { get; init; }

    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>Rows in printing order. A body row has at most as many cells as there are columns.</summary>
    public required IReadOnlyList<Row> Rows { get; init; }

    /// <summary>Sentences below the table, for instance the reasons of missing figures.</summary>
    public IReadOnlyList<string> Footnotes { get; init; } = [];

    /// <summary>The sentence printed where there are no rows.</summary>
    public string? EmptyText { get; init; }
}

/// <summary>One column and how its cells stand.</summary>
public sealed class Column
{
    public required string Heading { get; init; }

    public Alignment Alignment { get; init; }

    /// <summary>
    /// Formula code of the column's figures, printed small below the heading. With the scope of a row it is the id of the
    /// figure where the two meet: <c>tvpi</c> in row <c>LUZHOU1</c> is <c>tvpi@LUZHOU1</c>.
    /// </summary>
    public string? Code { get; init; }

    /// <summary>A heading over neighbouring columns that share it.</summary>
    public string? Group { get; init; }
}

public enum Alignment
{
    Left,

    /// <summary>For figures: digits stand in line, and a cell never wraps.</summary>
    Right,
    Centre,
}

public sealed class Row
{
    public RowKind Kind { get; init; }

    public required IReadOnlyList<Cell> Cells { get; init; }

    /// <summary>Scope of the row's figures, such as a fund's code, printed small below the first cell.</summary>
    public string? Scope { get; init; }

    /// <summary>A row of plain text cells.</summary>
    public static Row Of(params string[] texts) => new() { Cells = [.. texts.Select(text => new Cell { Text = text })] };

    /// <summary>A row that names the group of those below it, over the whole width.</summary>
    public static Row GroupOf(string name) => new() { Kind = RowKind.Group, Cells = [new Cell { Text = name }] };
}

public enum RowKind
{
    Body,
    Group,
    Subtotal,
    Total,
}

public sealed class Cell
{
    public required string Text { get; init; }

    /// <summary>The id under which the figure's trail can be opened; printed small below the figure.</summary>
    public string? FigureId { get; init; }

    public Marks Marks { get; init; }

    /// <summary>Key of the footnote that belongs to this cell, printed raised.</summary>
    public string? NoteKey { get; init; }

    [JsonIgnore]
    public bool IsPlain => FigureId is null && Marks == Marks.None && NoteKey is null;
}
