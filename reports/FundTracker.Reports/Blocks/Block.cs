using System.Text.Json.Serialization;

namespace FundTracker.Reports.Blocks;

/// <summary>
/// One piece of what a report says. A block knows nothing of pages, fonts or colours: the same tree gives the same
/// content hash whatever draws it.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "block")]
[JsonDerivedType(typeof(TitleBlock), "title")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(BulletList), "bullets")]
[JsonDerivedType(typeof(Callout), "callout")]
[JsonDerivedType(typeof(KeyFigures), "keyFigures")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(BarChart), "barChart")]
[JsonDerivedType(typeof(LineChart), "lineChart")]
[JsonDerivedType(typeof(NoteList), "notes")]
[JsonDerivedType(typeof(PageBreak), "pageBreak")]
public abstract class Block;

/// <summary>The head of the first page: what this is, of which fund, and the conditions under which it holds.</summary>
public sealed class TitleBlock : Block
{
    /// <summary>A line above the title: the publishing body, or the kind of report.</summary>
    public string? Overline { get; init; }

    public required string Title { get; init; }

    public string? Subtitle { get; init; }

    /// <summary>Label and value pairs under the title, such as the as-of date, the unit, the rounding.</summary>
    public IReadOnlyList<TitleFact> Facts { get; init; } = [];
}

/// <summary>A label and its value.</summary>
public sealed record TitleFact(string Label, string Value);

/// <summary>A heading; it becomes an entry of the outline. It never stands alone at the foot of a page.</summary>
public sealed class Heading : Block
{
    /// <summary>1 for a section, 2 for a part of one, 3 for a run-in head.</summary>
    public int Level { get; init; } = 1;

    public required string Text { get; init; }
}

public sealed class Paragraph : Block
{
    public required string Text { get; init; }

    public Emphasis Emphasis { get; init; }
}

/// <summary>How much a paragraph asks to be read.</summary>
public enum Emphasis
{
    Normal,

    /// <summary>The sentence that opens a section.</summary>
    Lead,

    /// <summary>Small print.</summary>
    Small,
}

public sealed class BulletList : Block
{
    public required IReadOnlyList<string> Items { get; init; }
}

/// <summary>A sentence set apart because the reader must not miss it.</summary>
public sealed class Callout : Block
{
    public CalloutKind Kind { get; init; }

    public string? Title { get; init; }

    public required string Text { get; init; }
}

public enum CalloutKind
{
    Information,
    Warning,
}

/// <summary>A row of figures that a reader should take away.</summary>
public sealed class KeyFigures : Block
{
    public required IReadOnlyList<KeyFigure> Figures { get; init; }
}

/// <summary>One large figure. Its value is text, already rounded: a block never computes.</summary>
public sealed class KeyFigure
{
    public required string Label { get; init; }

    public required string Value { get; init; }

    /// <summary>Unit printed small after the value; null where the value carries it (1.45x).</summary>
    public string? Unit { get; init; }

    /// <summary>A line under the value: comparison, formula, or the reason why there is no figure.</summary>
    public string? Remark { get; init; }

    public string? FigureId { get; init; }

    public Marks Marks { get; init; }
}

/// <summary>Notes with a key each, such as the formulas in use.</summary>
public sealed class NoteList : Block
{
    public required IReadOnlyList<Note> Notes { get; init; }
}

/// <summary>One note: its key stands in the margin, its title in bold, its formula on a line of its own.</summary>
public sealed record Note(string Key, string Text, string? Title = null, string? Formula = null);

/// <summary>What follows begins on a new page, optionally of another orientation.</summary>
public sealed class PageBreak : Block
{
    /// <summary>Orientation of the pages that follow; null keeps the present one.</summary>
    public PageOrientation? Orientation { get; init; }
}

public enum PageOrientation
{
    Portrait,
    Landscape,
}

/// <summary>What a reader must know about a printed figure. The renderer prints a sign for each and a legend below.</summary>
[Flags]
public enum Marks
{
    None = 0,

    /// <summary>At least one line in the figure's trail is invented demonstration data.</summary>
    Illustrative = 1,

    /// <summary>The valuation behind it is older than 92 days.</summary>
    Stale = 2,

    /// <summary>Corrected after the period was closed.</summary>
    Corrected = 4,
}
