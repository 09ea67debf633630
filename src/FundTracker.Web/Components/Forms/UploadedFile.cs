using FundTracker.Domain.Capital;
using FundTracker.Domain.Results;
using Microsoft.AspNetCore.Components.Forms;

namespace FundTracker.Web.Components.Forms;

/// <summary>Files that come from the browser.</summary>
internal static class UploadedFile
{
    /// <summary>The bytes of a file, or a refusal where it is too large to be taken at all.</summary>
    public static async Task<Result<byte[]>> Read(IBrowserFile file)
    {
        if (file.Size > SourceDocument.MaxBytes)
            return DocumentErrors.TooLarge(file.Name, (int)Math.Min(file.Size, int.MaxValue), SourceDocument.MaxBytes);
        await using var stream = file.OpenReadStream(SourceDocument.MaxBytes);
        using var content = new MemoryStream((int)file.Size);
        await stream.CopyToAsync(content);
        return content.ToArray();
    }
}
