using FundTracker.Domain.Results;

namespace FundTracker.Domain.Capital;

/// <summary>Which papers may be attached: what offices write and scanners make, nothing that a browser would run.</summary>
public static class DocumentRules
{
    private static readonly Dictionary<string, (string ContentType, byte[] Start)> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = ("application/pdf", "%PDF"u8.ToArray()),
        [".png"] = ("image/png", [0x89, 0x50, 0x4E, 0x47]),
        [".jpg"] = ("image/jpeg", [0xFF, 0xD8, 0xFF]),
        [".jpeg"] = ("image/jpeg", [0xFF, 0xD8, 0xFF]),
        [".docx"] = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK"u8.ToArray()),
        [".xlsx"] = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK"u8.ToArray()),
        [".ofd"] = ("application/ofd", "PK"u8.ToArray()),
        [".csv"] = ("text/csv", []),
        [".txt"] = ("text/plain", []),
    };

    /// <summary>File name endings that are taken, with the dot.</summary>
    public static IReadOnlyList<string> Endings { get; } = [.. Types.Keys];

    /// <summary>Checks a paper by its name and its bytes; the type follows from the name, whatever the sender calls it.</summary>
    /// <param name="fileName">File name as it came.</param>
    /// <param name="content">The bytes.</param>
    /// <returns>The MIME type, or a refusal: empty, too large, not a type that is taken, or bytes that are not of the type.</returns>
    public static Result<string> Check(string fileName, byte[] content)
    {
        if (content.Length == 0) return DocumentErrors.Empty(fileName);
        if (content.Length > SourceDocument.MaxBytes) return DocumentErrors.TooLarge(fileName, content.Length, SourceDocument.MaxBytes);
        var dot = fileName.LastIndexOf('.');
        if (dot < 0 || !Types.TryGetValue(fileName[dot..], out var type)) return DocumentErrors.TypeNotTaken(fileName, string.Join(' ', Endings));
        return content.AsSpan().StartsWith(type.Start) ? type.ContentType : DocumentErrors.ContentDiffers(fileName);
    }
}

/// <summary>Refusals of documents.</summary>
public static class DocumentErrors
{
    /// <summary>No bytes.</summary>
    public static DomainError Empty(string file) => new("document.empty", ("file", file));

    /// <summary>Too many bytes.</summary>
    public static DomainError TooLarge(string file, int bytes, int bytesMax) =>
        new("document.tooLarge", ("file", file), ("bytes", bytes), ("bytesMax", bytesMax));

    /// <summary>Not a type that is taken.</summary>
    public static DomainError TypeNotTaken(string file, string endings) => new("document.typeNotTaken", ("file", file), ("endings", endings));

    /// <summary>The bytes are not of the type that the name says.</summary>
    public static DomainError ContentDiffers(string file) => new("document.contentDiffers", ("file", file));
}
