using FundTracker.Web.Components.Forms;

namespace FundTracker.Web.Tests.Managers;

/// <summary>Fields by themselves.</summary>
public sealed class FieldTests
{
    [Fact]
    public void Fields_of_different_types_never_share_an_id_so_that_each_label_names_its_own_input()
    {
        var ids = Enumerable.Range(0, 50)
            .SelectMany(_ => new[] { new TextField().Id, new DateField().Id, new AmountField().Id, new CheckField().Id, new SelectField().Id })
            .ToList();

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
    }
}
