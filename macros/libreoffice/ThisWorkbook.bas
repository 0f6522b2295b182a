' LibreOffice 7.4 takes their macros from the buttons of every workbook it stores; Python gives them back.
Private Sub Workbook_AfterSave(ByVal isStored As Boolean)
    If isStored Then KG_Stored
End Sub
